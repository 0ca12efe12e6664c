import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../helpers/cache';
import { freePort, NewsroomProcess, root, script } from '../helpers/newsroom-process';
import { tcpProxy, type TcpProxy } from '../helpers/tcp-proxy';
import { PostgresServer } from './postgres-server';

type Node = {
  port: number;
  url: string;
  settings: Record<string, string>;
  process: NewsroomProcess;
  isWanted: boolean;
};

export type SiteParts = {
  /** The folder of PostgreSQL's programs. */
  bin: string;
  nodes: number;
  withReplica?: boolean;
  /** What a node's environment has beside what all have. */
  settings?: (node: number) => Record<string, string>;
};

/** Nodes behind nginx, on a primary that they reach through a proxy, and a replica of it. */
export class Site {
  readonly nodes: Node[] = [];
  /** Nodes that ended without having been told to, with the end of what they said. */
  readonly ended: string[] = [];
  url = '';
  private nginx: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly primary: PostgresServer,
    readonly replica: PostgresServer | undefined,
    readonly proxy: TcpProxy,
  ) {}

  static async start({ bin, nodes, withReplica, settings = () => ({}) }: SiteParts): Promise<Site> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'chaos-'));
    chmodSync(folder, 0o755);
    const servers = path.join(folder, 'servers');
    // Debian's account of PostgreSQL writes into it.
    mkdirSync(servers);
    chmodSync(servers, 0o777);
    const primary = await PostgresServer.create(bin, servers);
    primary.start();
    await primary.sql('CREATE DATABASE newsroom', [], 'postgres');
    let replica: PostgresServer | undefined;
    if (withReplica) {
      replica = await primary.replica(servers);
      replica.start();
    }
    const site = new Site(folder, primary, replica, await tcpProxy('127.0.0.1', primary.port));
    for (let number = 0; number < nodes; number += 1) site.nodes.push(await site.describeNode(settings(number)));
    return site;
  }

  private async describeNode(also: Record<string, string>): Promise<Node> {
    const port = await freePort();
    const settings = {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      // Shared, as uploads are between nodes.
      DATA_DIR: path.join(this.folder, 'data'),
      PUBLIC_URL: 'http://127.0.0.1:1337',
      DATABASE_URL: this.primary.url('newsroom', this.proxy.port),
      ...(this.replica && { DATABASE_READ_URL: this.replica.url() }),
      ...also,
    };
    return { port, url: `http://127.0.0.1:${port}`, settings, process: undefined as never, isWanted: false };
  }

  /** Starts a node and waits until it answers. */
  async startNode(node: Node): Promise<void> {
    const started = new NewsroomProcess(script('serve.mjs'), node.settings);
    node.process = started;
    node.isWanted = true;
    void started.exited.then(({ code, signal }) => {
      if (node.process !== started || !node.isWanted) return;
      this.ended.push(`${signal ?? code}: ${started.output.slice(-2_000)}`);
      // As systemd would.
      void pause(1_000).then(() => (node.isWanted ? this.startNode(node) : undefined));
    });
    await started.says('đang phục vụ');
  }

  async endNode(node: Node, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    node.isWanted = false;
    return node.process.end(signal);
  }

  async startNginx(): Promise<void> {
    const port = await freePort();
    const servers = this.nodes.map((node) => `server 127.0.0.1:${node.port} max_fails=0;`).join('\n');
    const deployed = readFileSync(path.join(root, 'deploy/nginx.conf'), 'utf8');
    const conf = `daemon off; error_log ${this.folder}/nginx.log; pid ${this.folder}/nginx.pid;\n${deployed}`
      .replace(/( *server 127\.0\.0\.1:\d+ .*;\n)+/, `${servers}\n`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace(
        'http {',
        `http {\naccess_log off;\n${TEMPORARY.map((name) => `${name} ${this.folder}/${name};`).join('\n')}`,
      );
    writeFileSync(path.join(this.folder, 'nginx.conf'), conf);
    const asRoot = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
    this.nginx = spawn('nginx', ['-c', path.join(this.folder, 'nginx.conf'), ...asRoot], { stdio: 'inherit' });
    this.url = `http://127.0.0.1:${port}`;
    await eventually(
      () =>
        fetch(`${this.url}/_health`).then(
          ({ status }) => status,
          () => 0,
        ),
      (status) => status === 204,
    );
  }

  /** Waits until every node that is wanted reads the database and is notified of changes. */
  async ready(): Promise<void> {
    for (const node of this.nodes.filter(({ isWanted }) => isWanted)) {
      await eventually(
        () =>
          fetch(`${node.url}/readyz`).then(
            ({ status }) => status,
            () => 0,
          ),
        (status) => status === 200,
        120,
      );
    }
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) node.isWanted = false;
    this.proxy.become('open');
    await NewsroomProcess.endAll();
    if (this.nginx && this.nginx.exitCode === null) {
      this.nginx.kill('SIGTERM');
      await once(this.nginx, 'exit');
    }
    this.proxy.close();
    for (const server of [this.replica, this.primary]) {
      try {
        server?.stop();
      } catch (error) {
        // A scenario has stopped it already.
        if (!/no server running|PID file .* does not exist/.test(String(error))) throw error;
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const TEMPORARY = [
  'client_body_temp_path',
  'proxy_temp_path',
  'fastcgi_temp_path',
  'uwsgi_temp_path',
  'scgi_temp_path',
];
