// Loaded into a node by NODE_OPTIONS: at SIGUSR2 it collects garbage and writes what it uses to the file of MEMORY_FILE.
import { renameSync, writeFileSync } from 'node:fs';
import v8 from 'node:v8';
import vm from 'node:vm';

process.on('SIGUSR2', () => {
  v8.setFlagsFromString('--expose-gc');
  vm.runInNewContext('gc')();
  const { MEMORY_FILE } = process.env;
  writeFileSync(`${MEMORY_FILE}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${MEMORY_FILE}.new`, MEMORY_FILE);
});
