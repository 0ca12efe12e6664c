import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '../helpers/newsroom-process';

const PASSWORD = 'chaos';

/** As much of Debian's PostgreSQL as a newsroom has in production: commits wait for the log, not for the disk. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'fsync=off',
  'synchronous_commit=on',
  'max_connections=60',
  'wal_keep_size=256MB',
  'hot_standby=on',
];

/** A server of Debian's PostgreSQL on a folder of its own, which a test starts, stops and breaks. */
export class PostgresServer {
  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    readonly port: number,
    private readonly account: { uid?: number; gid?: number },
  ) {}

  static async create(bin: string, parent: string): Promise<PostgresServer> {
    const server = await PostgresServer.at(bin, path.join(parent, 'primary'));
    const passwordFile = path.join(parent, 'password');
    writeFileSync(passwordFile, PASSWORD);
    chmodSync(passwordFile, 0o644);
    server.run(
      'initdb',
      '-D',
      server.folder,
      '-U',
      'newsroom',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    );
    return server;
  }

  /** A streaming replica of a running server. */
  async replica(parent: string): Promise<PostgresServer> {
    const replica = await PostgresServer.at(this.bin, path.join(parent, 'replica'));
    this.run('pg_basebackup', '-D', replica.folder, '-R', '-c', 'fast', '-d', this.url('postgres'));
    return replica;
  }

  private static async at(bin: string, folder: string): Promise<PostgresServer> {
    const account: { uid?: number; gid?: number } = process.getuid?.() === 0 ? postgresAccount() : {};
    mkdirSync(folder, { mode: 0o700 });
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? -1);
    return new PostgresServer(bin, folder, await freePort(), account);
  }

  url(database = 'newsroom', port = this.port): string {
    return `postgres://newsroom:${PASSWORD}@127.0.0.1:${port}/${database}`;
  }

  get pid(): number {
    return Number(readFileSync(path.join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  start(): void {
    const options = [`-p ${this.port}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
    this.run(
      'pg_ctl',
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      this.folder,
      '-l',
      path.join(this.folder, 'log'),
      '-o',
      options,
    );
  }

  /** Without a checkpoint, as after a crash. */
  stop(mode: 'immediate' | 'fast' = 'immediate'): void {
    this.run('pg_ctl', 'stop', '-w', '-D', this.folder, '-m', mode);
  }

  promote(): void {
    this.run('pg_ctl', 'promote', '-w', '-D', this.folder);
  }

  configure(setting: string): void {
    appendFileSync(path.join(this.folder, 'postgresql.conf'), `${setting}\n`);
    this.run('pg_ctl', 'reload', '-D', this.folder);
  }

  /** Runs a statement on a connection of its own. */
  async sql<Row extends object>(text: string, values: unknown[] = [], database = 'newsroom'): Promise<Row[]> {
    const client = new Client({ connectionString: this.url(database), options: '-c TimeZone=UTC' });
    client.on('error', () => undefined);
    await client.connect();
    return client.query(text, values).then(
      ({ rows }) => client.end().then(() => rows as Row[]),
      (error: Error) => client.end().then(() => Promise.reject(error)),
    );
  }

  private run(program: string, ...args: string[]): void {
    execFileSync(path.join(this.bin, program), args, {
      ...this.account,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
}

/** PostgreSQL refuses to run as root; Debian's package has an account for it. */
function postgresAccount(): { uid: number; gid: number } {
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
