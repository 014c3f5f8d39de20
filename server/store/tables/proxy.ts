import type { Flag } from '../schema.ts';

/** The proxy by which an instance reaches WhatsApp; no row means none. */
export interface ProxyTable {
  id: string;
  instance_id: string;
  enabled: Flag;
  protocol: string;
  host: string;
  port: string;
  username: string;
  /** Encrypted. */
  password_sealed: string;
  created_at: number;
  updated_at: number;
}
