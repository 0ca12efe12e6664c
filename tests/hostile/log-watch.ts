import type { Core } from '@strapi/strapi';

type Line = { level: string; message: string };

/**
 * Listens to everything that the newsroom logs, at every level, and keeps it off the screen. `take` gives the lines
 * since it was last asked.
 */
export function watchLog(strapi: Core.Strapi): { take(): Line[] } {
  const log = strapi.log as unknown as {
    level: string;
    transports: { silent: boolean }[];
    on(event: 'data', listener: (line: Record<string | symbol, unknown>) => void): void;
  };
  let lines: Line[] = [];
  log.level = 'silly';
  for (const transport of log.transports) transport.silent = true;
  log.on('data', (line) => {
    lines.push({ level: String(line[Symbol.for('level')]), message: `${line.message} ${line.stack ?? ''}` });
  });
  return {
    take() {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
