import { Client } from 'pg';
import { eventually } from '../helpers/cache';
import { brokenRules } from './check';
import { LONG, Stage, TIMES } from './stage';

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'is whole after a node was killed at each point inside a publish',
  async () => {
    stage = await Stage.open({ nodes: 1, editors: 1 });
    const node = stage.site.nodes[0]!;
    const document = stage.documents[0]!;
    const holder = new Client({ connectionString: stage.site.primary.url() });
    await holder.connect();
    const unreached: string[] = [];
    for (const point of POINTS) {
      for (let turn = 0; turn < TIMES; turn += 1) {
        await holder.query('BEGIN');
        if (point === DOCUMENT_LOCK) {
          await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
            `plugin::newsroom.article ${document.documentId}`,
          ]);
        } else await holder.query(`LOCK TABLE ${point} IN SHARE MODE`);
        const title = `${point} ${turn}`;
        const path = `/content-manager/collection-types/plugin::newsroom.article/${document.documentId}`;
        const base = { 'X-Desk-Base': String(document.revision) };
        const publishing = stage.panel.ask('POST', `${path}/actions/publish?locale=vi`, { title }, base);
        const waiting = `SELECT FROM pg_stat_activity WHERE pg_blocking_pids(pid) @> ARRAY[pg_backend_pid()]`;
        const isWaiting = await eventually(
          () => holder.query(waiting),
          ({ rowCount }) => rowCount !== 0,
          4,
        ).then(
          () => true,
          () => false,
        );
        if (!isWaiting) {
          unreached.push(point);
          await holder.query('ROLLBACK');
          document.revision = Number((await publishing).body.data?.revision);
          document.acknowledged.publish += 1;
          document.possible = [{ draft: title, published: title }];
          continue;
        }
        await stage.site.endNode(node, 'SIGKILL');
        expect((await publishing).status).toBeGreaterThanOrEqual(500);
        await holder.query('ROLLBACK');
        await stage.site.startNode(node);
        expect([point, await brokenRules(stage.site, stage.documents)]).toEqual([point, []]);
      }
    }
    await holder.end();
    expect(unreached).toEqual([]);
    console.log(`kills: ${POINTS.length} points, ${TIMES} times each, all whole`);
  },
  LONG,
);

/** The lock of the document, before anything is read. */
const DOCUMENT_LOCK = 'the lock of the document';

/** Where a publish is held and killed: that lock, and the tables that it writes. */
const POINTS = [
  DOCUMENT_LOCK,
  'articles',
  'articles_agencies_lnk',
  'articles_officials_lnk',
  'articles_category_lnk',
  'articles_agency_lnk',
  'files_related_mph',
  'newsroom.article_listing',
  'newsroom.addresses',
  'newsroom.retractions',
  'desk.audit',
  'desk.versions',
];
