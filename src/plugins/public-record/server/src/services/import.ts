import type { Core } from '@strapi/strapi';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { DIRECTIVE } from '../directives/complete-directive';
import { headingOf } from '../import/columns';
import { knownDirectives, namedRows } from '../import/named-rows';
import { planImport, type Planned } from '../import/plan-import';
import { readList, type RefusedCell } from '../import/read-list';

/** The files beside a list: their names, and the ids of those in the media library into which they are brought. */
type Folder = { names: readonly string[]; store(names: string[]): Promise<ReadonlyMap<string, number>> };

/**
 * The numbers of the directives that are created, and of those that were there and stay as they are; the names of the files
 * that are stored.
 */
export type ImportReport = { created: string[]; existing: string[]; files: string[]; refused: RefusedCell[] };

type Documents = { create(params: object): Promise<{ documentId: string }> };

const NOTHING = { created: [], existing: [], files: [] };

class RefusedDirective extends Error {
  constructor(readonly cells: RefusedCell[]) {
    super('A line of the list was refused.');
  }
}

/** Directives from a list with files, as drafts: `strapi.plugin('public-record').service('import')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Creates a draft for each line of a CSV whose directive is not there yet, through every rule of a write, in one
   * transaction: a refused cell refuses the list. Run again, it changes nothing.
   *
   * @param options `isTrial`: nothing is stored and nothing written, also where nothing is refused; `reader`: the ability of
   *   the person who asks, who learns of no draft that they may not read
   */
  async fromCsv(
    csv: string,
    folder: Folder,
    { isTrial = false, reader = null }: { isTrial?: boolean; reader?: Ability | null } = {},
  ): Promise<ImportReport> {
    const { facts, refused } = readList(csv);
    if (refused.length > 0) return { ...NOTHING, refused };
    const numbers = [...new Set(facts.flatMap(({ number, replaces, amends }) => [number, ...replaces, ...amends]))];
    const plan = planImport(facts, {
      named: await namedRows(strapi),
      known: await knownDirectives(strapi, numbers, reader),
      fileNames: new Set(folder.names),
    });
    const names = [...new Set(plan.created.flatMap((one) => one.facts.files))];
    const report = {
      created: plan.created.map((one) => one.facts.number),
      existing: plan.existing.map(({ number }) => number),
      files: names,
      refused: plan.refused,
    };
    if (plan.refused.length > 0) return { ...NOTHING, refused: plan.refused };
    if (isTrial || plan.created.length === 0) return report;

    const files = await folder.store(names);
    try {
      await strapi.db.transaction(() => create(strapi, plan.created, files));
      return report;
    } catch (error) {
      if (!(error instanceof RefusedDirective)) throw error;
      return { ...NOTHING, refused: error.cells };
    }
  },
});

async function create(
  strapi: Core.Strapi,
  planned: readonly Planned[],
  files: ReadonlyMap<string, number>,
): Promise<void> {
  const documents = strapi.documents(DIRECTIVE) as unknown as Documents;
  const ids = new Map<number, string>();
  for (const { facts, agency, signer, orderAgency, links } of planned) {
    const linked = (targets: Planned['links']['replaces']) =>
      targets.map((target) => ('line' in target ? ids.get(target.line)! : target.documentId));
    const data = {
      number: facts.number,
      ...(facts.type && { type: facts.type }),
      abstract: facts.abstract,
      agency: agency.documentId,
      ...facts.days,
      fields: facts.fields.join('\n') || null,
      recipients: facts.recipients.join('\n') || null,
      ...(signer && { signer }),
      ...(orderAgency && { orderAgency }),
      files: facts.files.map((name) => files.get(name)),
      replaces: linked(links.replaces),
      amends: linked(links.amends),
    };
    const { documentId } = await documents
      .create({ locale: DEFAULT_LOCALE, data })
      .catch((error: unknown) => refuseLine(facts.line, error));
    ids.set(facts.line, documentId);
  }
}

/** What a rule of the write says of its field, as of the line's cell. */
function refuseLine(line: number, error: unknown): never {
  const { name, message, details } = (error ?? {}) as {
    name?: string;
    message?: string;
    details?: { errors?: { path: string[]; message: string }[] };
  };
  if (name !== 'ValidationError') throw error;
  const problems = details?.errors ?? [{ path: [], message: message ?? '' }];
  throw new RefusedDirective(
    problems.map((problem) => ({ line, column: headingOf(problem.path[0] ?? ''), problem: problem.message })),
  );
}
