import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';

const PREFIX = `portal-newsroom-${os.hostname().replace(/[^\w-]/g, '_')}-`;
/** Strapi's upload service works in such folders and removes them, unless its process is killed. */
const STRAPI_FOLDER = /^strapi-(?:url-)?upload-/;
const A_DAY = 24 * 60 * 60 * 1000;

/** Temporary files of this process, in a folder of its own: folders of requests, and of other work. */
export class TemporaryFolders {
  private home: Promise<string> | undefined;
  private readonly requests = new WeakMap<IncomingMessage, string>();

  /** The folder of a request, made at its first file. */
  async folderOf(request: IncomingMessage): Promise<string> {
    const folder = this.requests.get(request) ?? (await this.make());
    this.requests.set(request, folder);
    return folder;
  }

  /** Removes what was stored for a request; nothing may write into its folder any more. */
  async remove(request: IncomingMessage): Promise<void> {
    const folder = this.requests.get(request);
    if (folder) await rm(folder, { recursive: true, force: true });
  }

  /** Does some work with a folder, which is removed at its end. */
  async withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await this.make();
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes the folder of the process. */
  async end(): Promise<void> {
    const home = await this.home;
    this.home = undefined;
    if (home) await rm(home, { recursive: true, force: true });
  }

  /** Removes what processes of this host left behind that were killed. */
  async sweep(): Promise<void> {
    const temporary = os.tmpdir();
    const home = await this.home;
    for (const name of await readdir(temporary)) {
      const folder = path.join(temporary, name);
      const left = name.startsWith(PREFIX)
        ? folder !== home && isLeft(name)
        : STRAPI_FOLDER.test(name) && (await isOld(folder));
      if (left) await rm(folder, { recursive: true, force: true });
    }
  }

  private async make(): Promise<string> {
    const home = await (this.home ??= mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`)));
    // Programs that clean the temporary folder may have removed an idle process's one.
    await mkdir(home, { recursive: true, mode: 0o700 });
    return mkdtemp(path.join(home, 'work-'));
  }
}

/** Whether the process that a folder is named after has ended. In a container every process may have the same number. */
function isLeft(name: string): boolean {
  const pid = Number.parseInt(name.slice(PREFIX.length), 10);
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

async function isOld(folder: string): Promise<boolean> {
  const about = await stat(folder).catch(() => null);
  return about !== null && about.isDirectory() && Date.now() - about.mtimeMs > A_DAY;
}
