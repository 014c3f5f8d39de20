import assert from 'node:assert/strict';
import type { UserFacingSocketConfig } from '@whiskeysockets/baileys';
import { type Client, createClient, trustNoiseRoot } from './baileys-client.ts';
import { type Control, createControl, eventually } from './control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from './simulator-process.ts';

/** One simulator and the clients of a test file. */
export type World = {
  readonly simulator: SimulatorProcess;
  readonly control: Control;
  client(config?: Partial<UserFacingSocketConfig>): Client;
  /**
   * Makes a phone and a client linked to it by QR code, logged in and done with its first sync. A client cut
   * off in that sync holds back all messages for 20 s at its next login.
   */
  link(number: string, name?: string, config?: Partial<UserFacingSocketConfig>): Promise<Client>;
  /** Ends everything. Fails if clients asked what the simulator does not know, or if it printed a fault. */
  end(): Promise<void>;
};

export type Trust = { noiseRoot: string; ca: string; socketUrl: string; mediaHost: string };
export type Stats = {
  unknownIqs: string[];
  undecryptable: number;
  duplicates: number;
  phoneMessages: number;
  devices: number;
};

export async function createWorld(env: Record<string, string> = {}): Promise<World> {
  const simulator = await startSimulatorProcess(env);
  const control = createControl(simulator.url);
  const trust = await control.request<Trust>('GET', '/trust');
  trustNoiseRoot(trust.body.noiseRoot);
  const clients: Client[] = [];

  function client(config: Partial<UserFacingSocketConfig> = {}): Client {
    const made = createClient(simulator.socketUrl, config);
    clients.push(made);
    return made;
  }

  return {
    simulator,
    control,
    client,
    async link(number, name, config) {
      await control.phone(number, name);
      const linking = client(config);
      const qr = await linking.showQr();
      const opened = linking.opened();
      const { status } = await control.request('POST', `/phones/${number}/link`, { qr });
      assert.equal(status, 200);
      await opened;
      await eventually('first sync', async () => linking.auth.creds.accountSyncCounter > 0);
      return linking;
    },
    async end() {
      const { body } = await control.request<Stats>('GET', '/stats');
      for (const made of clients) await made.end();
      await simulator.stop();
      assert.deepEqual(body.unknownIqs, []);
      assert.match(simulator.output(), /^\{.*"ready":true.*\}\n$/, 'nothing but the ready line is printed');
    },
  };
}
