import type { Core } from '@strapi/strapi';

export const VANILLA = 'api::vanilla.article';

type Attribute = { target?: string; type: string; customField?: string };

/** The parts of the newsroom's article that serve our own rules. */
const OURS =
  'revision reviewState bodyBlocks bodyHtml bodyText corrections withdrawnOn withdrawalOutcome withdrawalReason'
    .concat(' movedTo')
    .split(' ');

/**
 * Registers the newsroom's article a second time, as a type that no plugin watches: the same fields, the same targets, in tables of
 * its own, and none of our rules, triggers and constraints. It measures what Strapi itself costs.
 */
export function addVanillaArticle(strapi: Core.Strapi): void {
  const types = strapi.get('content-types');
  const { attributes, options, pluginOptions } = structuredClone(
    types.get('plugin::newsroom.article').__schema__,
  ) as Record<'attributes' | 'options' | 'pluginOptions', Record<string, Attribute>>;
  for (const name of OURS) delete attributes[name];
  attributes.body = { type: 'json' };
  // Strapi has put types of its own in the place of custom fields by now, in the type but not in its schema.
  const { attributes: ours } = types.get('plugin::newsroom.article');
  for (const [name, { type }] of Object.entries(attributes)) {
    if (type === 'customField') attributes[name] = { type: ours[name].type };
  }
  const schema = {
    kind: 'collectionType',
    collectionName: 'vanilla_articles',
    info: { singularName: 'article', pluralName: 'vanilla-articles', displayName: 'Vanilla article' },
    options,
    pluginOptions,
    attributes,
  };
  types.add('api::vanilla', { article: { schema } });
  const type = types.get(VANILLA);
  // What i18n adds to a type that is there when it registers.
  const { locale, localizations } = types.get('plugin::newsroom.article').attributes;
  Object.assign(type.attributes, { locale, localizations: { ...localizations, target: VANILLA } });
}
