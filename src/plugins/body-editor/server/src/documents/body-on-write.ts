import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { bodyFileLinks, moveFileLinks } from '../../../../../body/figures';
import type { BodyService } from '../services/body';
import { type Attributes, bodyFields } from './body-fields';

type Data = Record<string, unknown>;

const derivedNames = (name: string) => ({ blocks: `${name}Blocks`, html: `${name}Html`, text: `${name}Text` });

/** A JSON field's value may arrive as JSON text; what is not JSON stays as it is, for the check to refuse. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function checked(service: BodyService, name: string, value: unknown) {
  const result = service.check(parsed(value));
  if (result.ok) return result.body;
  const shown = result.problems.slice(0, 3).map(({ message }) => message);
  const others = result.problems.length - shown.length;
  const message = `Trường “${name}”: ${shown.join('; ')}${others > 0 ? `; và ${others} lỗi khác` : ''}.`;
  // The panel joins `path` and shows the message at the field.
  throw new errors.ValidationError(message, {
    errors: [{ path: [name], name: 'ValidationError', message }],
    problems: result.problems,
  });
}

/**
 * The data of a write with its bodies checked and their renderings beside them, as a copy. A caller's own renderings
 * never get through; without a body in the data they are left out, so that the row keeps its own.
 */
export function withRenderedBodies(service: BodyService, attributes: Attributes, data: Data, locale?: string): Data {
  const result = { ...data };
  for (const name of bodyFields(attributes)) {
    const derived = derivedNames(name);
    const keys = Object.values(derived).filter((key) => key in attributes);
    for (const key of keys) delete result[key];
    if (data[name] === undefined) continue;

    const body = data[name] === null ? null : checked(service, name, data[name]);
    const rendered = body && service.render(body, { locale });
    result[name] = body;
    if (derived.blocks in attributes) result[derived.blocks] = rendered?.blocks ?? null;
    if (derived.html in attributes) result[derived.html] = rendered?.html ?? null;
    if (derived.text in attributes) result[derived.text] = rendered?.text ?? null;
  }
  return result;
}

/**
 * Clone merges what it is given into the copy key by key and index by index, so that a shorter body would keep the end
 * of the longer one. JSON text replaces it, and the database field takes JSON text as it takes an object.
 */
export function asReplacements(data: Data, attributes: Attributes): Data {
  const names = bodyFields(attributes).flatMap((name) => [name, derivedNames(name).blocks]);
  const result = { ...data };
  for (const name of names)
    if (typeof result[name] === 'object' && result[name]) result[name] = JSON.stringify(result[name]);
  return result;
}

const withMovedLinks = (data: Data, names: readonly string[], moved: ReadonlyMap<string, string>): Data => ({
  ...data,
  ...Object.fromEntries(names.filter((name) => data[name]).map((name) => [name, moveFileLinks(data[name], moved)])),
});

/** A form that was open, or a version that is restored, may link to a file by an address that the file has left. */
async function movedFiles(strapi: Core.Strapi, bodies: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const paths = bodies.flatMap(bodyFileLinks);
  if (paths.length === 0 || !strapi.plugins['upload-guard']) return new Map();
  return strapi.plugin('upload-guard').service('addresses').moved(paths);
}

/**
 * The document-service middleware: every create, update and clone of a content type that has a body field is checked
 * and rendered. Publish and discard copy whole rows, renderings included. Links to stored files lead to where these are
 * now; a body without such links is neither read nor written in the database.
 */
export const bodyOnWrite =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { attributes } = context.contentType;
    const params = context.params as { data?: Data | null; locale?: unknown };
    if (!params.data || bodyFields(attributes).length === 0) return next();

    const service: BodyService = strapi.plugin('body-editor').service('body');
    const locale = typeof params.locale === 'string' ? params.locale : undefined;
    const names = bodyFields(attributes);
    const checkedData = withRenderedBodies(service, attributes, params.data, locale);
    const moved = await movedFiles(
      strapi,
      names.map((name) => checkedData[name]),
    );
    const data =
      moved.size === 0
        ? checkedData
        : withRenderedBodies(service, attributes, withMovedLinks(checkedData, names, moved), locale);
    Object.assign(context, {
      params: { ...params, data: context.action === 'clone' ? asReplacements(data, attributes) : data },
    });
    return next();
  };
