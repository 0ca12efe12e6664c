import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const root = path.resolve(__dirname, '../..');

type Settings = Record<string, string>;

/** A script of ours (or npm) as a process of its own, in production. */
export class NewsroomProcess {
  output = '';
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  private static readonly all: NewsroomProcess[] = [];

  /** Ends every process that a test has left running, because it failed or because the next one goes on with it. */
  static async endAll(): Promise<void> {
    await Promise.all(NewsroomProcess.all.splice(0).map((process) => process.end('SIGTERM')));
  }

  constructor(command: string[], settings: Settings, cwd = root) {
    NewsroomProcess.all.push(this);
    const [program = '', ...args] = command;
    this.child = spawn(program, args, { cwd, env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    }
    this.exited = once(this.child, 'exit').then(([code, signal]) => ({ code, signal }));
  }

  get pid(): number {
    if (!this.child.pid) throw new Error('The process did not start.');
    return this.child.pid;
  }

  /** Waits until the output contains this; fails with the output when the process ends before. */
  async says(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`Ended without saying "${text}":\n${this.output}`);
      }
      await pause(50);
    }
  }

  /** Sends a signal, waits for the end, and returns the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return (await this.exited).code;
  }
}

export const script = (name: string): string[] => [process.execPath, path.join(root, 'scripts', name)];

/** What the newsroom prints when it listens. */
export const ready = 'Tòa soạn đã sẵn sàng';

const folders: string[] = [];

/** What a test file does at its end, also after a failure. */
export async function cleanUp(): Promise<void> {
  await NewsroomProcess.endAll();
  await Promise.all(folders.splice(0).map((folder) => fs.rm(folder, { recursive: true, force: true })));
}

/** A new empty folder and a free port, with no other setting than a shell's. */
export async function freshSettings(also: Settings = {}): Promise<Settings & { DATA_DIR: string; PORT: string }> {
  const { PATH = '', HOME = '', ENV_PATH = '', TMPDIR = '' } = process.env;
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'newsroom start '));
  folders.push(dataDir);
  // As root, PostgreSQL runs as another user, who would be given a place elsewhere.
  await fs.chmod(dataDir, 0o755);
  return {
    PATH,
    HOME,
    ENV_PATH,
    TMPDIR,
    SAMPLE_CONTENT: 'false',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...also,
  };
}

/** Another node on this process's database, or that of `settings`, in a process of its own and without a panel. */
export async function startSecondNode(settings: Settings = {}): Promise<{ url: string; process: NewsroomProcess }> {
  const { DATABASE_URL = '' } = process.env;
  const own = await freshSettings({ DATABASE_URL, HOST: '127.0.0.1', ...settings });
  const second = path.join(root, 'tests/fixtures/second-node.mjs');
  const started = new NewsroomProcess([process.execPath, second], { ...process.env, ...own } as never);
  await started.says('second node is listening');
  return { url: `http://127.0.0.1:${own.PORT}`, process: started };
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Whether a process of this number runs; on Linux one that has ended and waits to be collected does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !(existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8')));
}

/** The embedded PostgreSQL's process number and port, by the file that it keeps in its folder. */
export async function embeddedPostgres(dataDir: string): Promise<{ pid: number; port: number }> {
  const lines = (await fs.readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}
