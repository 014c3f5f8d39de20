/** Milliseconds since the epoch as the contract writes a time: ISO 8601, UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();
