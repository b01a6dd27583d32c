// Loaded before the tool, in each of its threads: folders are listed backwards, the clock is a week ahead for every
// question, and whoever opens a connection, or asks for an address, ends the process with 99.
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = () => {
  fs.writeSync(2, 'a connection was opened\n');
  process.exit(99);
};
net.Socket.prototype.connect = refuse;
net.connect = refuse;
net.createConnection = refuse;
dns.lookup = refuse;
globalThis.fetch = refuse;

// The program that makes the search index is part of the package; no other may be called.
const { spawn } = childProcess;
childProcess.spawn = (file, ...rest) => (/pagefind/u.test(file) ? spawn(file, ...rest) : refuse());

const { readdirSync } = fs;
fs.readdirSync = (...given) => readdirSync(...given).reverse();

const start = Date.now();
let asked = 0;
Date.now = () => start + 604_800_000 * ++asked;

syncBuiltinESMExports();
