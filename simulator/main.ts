import './quiet.ts';
import { startSimulator } from './simulator.ts';

/**
 * Runs the simulator as a process. Prints one line of JSON when it is ready; ends on SIGTERM, on SIGINT, and,
 * when it was started with an IPC channel, with its parent.
 */
const {
  SIMULATOR_PORT = '8090',
  SIMULATOR_HOST = '127.0.0.1',
  SIMULATOR_ADDRESSING = 'mirror',
  SIMULATOR_GROUP_ADDRESSING = 'lid',
} = process.env;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`SIMULATOR_PORT is no port: ${text}`);
  return port;
}

function readAddressing(text: string): 'mirror' | 'pn' | 'lid' {
  if (text === 'mirror' || text === 'pn' || text === 'lid') return text;
  throw new Error(`SIMULATOR_ADDRESSING is none of mirror, pn, lid: ${text}`);
}

function readGroupAddressing(text: string): 'pn' | 'lid' {
  if (text === 'pn' || text === 'lid') return text;
  throw new Error(`SIMULATOR_GROUP_ADDRESSING is neither pn nor lid: ${text}`);
}

const simulator = await startSimulator({
  port: readPort(SIMULATOR_PORT),
  host: SIMULATOR_HOST,
  addressing: readAddressing(SIMULATOR_ADDRESSING),
  groupAddressing: readGroupAddressing(SIMULATOR_GROUP_ADDRESSING),
});

async function stop(): Promise<void> {
  await simulator.stop();
  process.exit();
}

for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, stop);
const { url, socketUrl } = simulator;
process.stdout.write(`${JSON.stringify({ ready: true, url, socketUrl })}\n`);
