import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const sqlite = new Sqlite(String(workerData));
parentPort?.on('message', () => void sqlite.pragma('wal_checkpoint(passive)'));
