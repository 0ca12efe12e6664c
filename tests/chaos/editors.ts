import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random';

const TYPES = '/content-manager/collection-types';
const ARTICLES = `${TYPES}/plugin::newsroom.article`;

/** What one document says: its draft's title, and the published one's; null while it is not published. */
type State = { draft: string; published: string | null };
type Action = 'update' | 'publish' | 'unpublish';

export type Document = {
  documentId: string;
  slug: string;
  /** Every state in which the document may be, by what was answered. */
  possible: State[];
  acknowledged: Record<Action, number>;
  /** Writes whose answer was lost, or said that the database failed: they may have happened. */
  doubtful: Record<Action, number>;
  revision: number;
};

type Answer = { status: number; body: { data?: Record<string, unknown> } };

/** An answer of a newsroom that cannot be reached, or not to the end. */
const LOST: Answer = { status: 0, body: {} };

const ACCOUNT = { email: 'thu@tinh.example', password: 'Toa-soan-1' };

/** Requests of the panel, by one account, which signs in again when its half hour is over. */
export class Panel {
  private signingIn: Promise<void> | undefined;

  private constructor(
    private readonly url: string,
    private token: string,
  ) {}

  /** Registers the first administrator of an empty newsroom. */
  static async register(url: string): Promise<Panel> {
    const { body } = await send(`${url}/admin/register-admin`, 'POST', { firstname: 'Thử', lastname: '', ...ACCOUNT });
    return new Panel(url, String(body.data?.token));
  }

  async ask(method: string, path: string, data?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const ask = () =>
      send(this.url + path, method, data, {
        Authorization: `Bearer ${this.token}`,
        'X-Desk-Override': 'mot-minh',
        ...headers,
      });
    const answer = await ask();
    if (answer.status !== 401) return answer;
    await (this.signingIn ??= this.signIn());
    return ask();
  }

  private async signIn(): Promise<void> {
    const { status, body } = await send(`${this.url}/admin/login`, 'POST', ACCOUNT);
    if (status === 200) this.token = String(body.data?.token);
    this.signingIn = undefined;
  }

  /** Stores a picture, and returns its number. */
  async upload(picture: Buffer): Promise<number> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'anh.png');
    const headers = { Authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${this.url}/upload`, { method: 'POST', headers, body: form });
    const [stored] = (await answer.json()) as { id: number }[];
    return stored!.id;
  }

  /** Writes what has to be there before faults begin. */
  async create(type: string, data: object): Promise<{ documentId: string; slug: string; revision: number }> {
    const { status, body } = await this.ask('POST', `${TYPES}/${type}`, data);
    if (status !== 200 && status !== 201) throw new Error(`${type}: ${status} ${JSON.stringify(body)}`);
    return body.data as { documentId: string; slug: string; revision: number };
  }
}

async function send(url: string, method: string, data?: object, headers?: Record<string, string>): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...(data && { 'Content-Type': 'application/json' }), ...headers },
      body: data && JSON.stringify(data),
      signal: AbortSignal.timeout(40_000),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, body: isJson ? (JSON.parse(text) as Answer['body']) : {} };
  } catch {
    return LOST;
  }
}

/** An article that names two agencies and a category, as every article of the check does. */
export async function createDocument(panel: Panel, name: string, relations: object): Promise<Document> {
  const made = await panel.create('plugin::newsroom.article?locale=vi', {
    title: name,
    summary: 'Tóm tắt.',
    ...relations,
  });
  return {
    documentId: made.documentId,
    slug: made.slug,
    possible: [{ draft: name, published: null }],
    acknowledged: { update: 0, publish: 0, unpublish: 0 },
    doubtful: { update: 0, publish: 0, unpublish: 0 },
    revision: made.revision,
  };
}

const EFFECTS: Record<Action, (state: State, title: string) => State> = {
  update: ({ published }, draft) => ({ draft, published }),
  publish: (_, title) => ({ draft: title, published: title }),
  unpublish: ({ draft }) => ({ draft, published: null }),
};

/** An editor who writes one document, one request after the other, until `isOver`; reports each answer. */
export async function edit(
  panel: Panel,
  document: Document,
  random: Random,
  isOver: () => boolean,
  onAnswer: (answer: { status: number; milliseconds: number }) => void,
): Promise<void> {
  for (let serial = 1; !isOver(); serial += 1) {
    const mayBePublished = document.possible.some(({ published }) => published !== null);
    const turn = random.next();
    const action: Action = turn < 0.6 ? 'update' : turn < 0.85 || !mayBePublished ? 'publish' : 'unpublish';
    const title = `${document.possible[0]!.draft.split(' · ')[0]} · ${serial}`;
    const base = { 'X-Desk-Base': String(document.revision), 'X-Desk-Request': `${document.documentId} ${serial}` };
    const path = `${ARTICLES}/${document.documentId}`;
    const since = performance.now();
    const { status, body } =
      action === 'update'
        ? await panel.ask('PUT', `${path}?locale=vi`, { title }, base)
        : await panel.ask('POST', `${path}/actions/${action}?locale=vi`, action === 'publish' ? { title } : {}, base);
    onAnswer({ status, milliseconds: performance.now() - since });
    const after = document.possible.map((state) => EFFECTS[action](state, title));
    if (status === 200) {
      document.possible = distinct(after);
      document.acknowledged[action] += 1;
      document.revision = Number(body.data?.revision ?? document.revision + 1);
      continue;
    }
    if (status === 0 || status >= 500) {
      document.possible = distinct([...document.possible, ...after]);
      document.doubtful[action] += 1;
    } else if (status !== 409 && !(action === 'unpublish' && status === 404)) {
      throw new Error(`${action} of ${document.documentId}: ${status} ${JSON.stringify(body)}`);
    }
    await pause(200);
    document.revision = (await readRevision(panel, path)) ?? document.revision;
  }
}

async function readRevision(panel: Panel, path: string): Promise<number | undefined> {
  const { status, body } = await panel.ask('GET', `${path}?locale=vi`);
  return status === 200 ? Number(body.data?.revision) : undefined;
}

const distinct = (states: State[]): State[] => [
  ...new Map(states.map((state) => [JSON.stringify([state.draft, state.published]), state])).values(),
];
