import type { Core } from '@strapi/strapi';
import type { Options } from '../config';
import { type RequestState, currentActor } from '../audit/actor';
import { userAbility } from '../permissions/user-ability';
import { previewTokens } from './preview-token';
import { activePreview, opened, openPreviews, previewOf, revoke, type OpenPreview } from './queries';
import { type Ability, callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { ARTICLE } from '../article-type';

type Draft = { documentId: string; locale: string };
/** An article in the shape of the contract; what is said of it here is all that the desk looks at. */
type Article = { availableLocales: { locale: string; url: string }[] };

/** Links through which somebody without an account sees a saved draft, for a while. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const tokens = previewTokens(strapi);
  const rows = async <Row>(statement: string, binds: (string | number)[]): Promise<Row[]> =>
    (await strapi.db.connection.raw<{ rows: Row[] }>(statement, binds)).rows;

  const article = async ({ documentId, locale }: Draft): Promise<Article | null> =>
    strapi.plugin('portal-feeds').service('drafts').article(documentId, locale);

  /** Whether there is such a draft, for whoever has this ability. */
  const mayRead = async (ability: Ability, { documentId, locale }: Draft): Promise<boolean> => {
    const where = { documentId, locale, publishedAt: null };
    return (await strapi.db.query(ARTICLE).count({ where })) > 0 && canAccess(strapi, ability, 'read', ARTICLE, where);
  };

  return {
    /**
     * Where the person of the present request sees a document: `token` of a link to its draft; for the status
     * `published` the `url` of its public page, where it has one. Undefined for what has no preview (another type, no
     * such draft, not theirs to read, or an app without portal-feeds).
     */
    async of(
      uid: string,
      { documentId, locale, status }: { documentId?: string; locale?: string | null; status?: string },
    ): Promise<{ token: string; locale: string } | { url: string } | undefined> {
      const caller = callerOf(strapi);
      if (uid !== ARTICLE || !documentId || caller.kind !== 'person' || !strapi.plugin('portal-feeds'))
        return undefined;
      const draft = {
        documentId,
        locale: locale || (await strapi.plugin('i18n').service('locales').getDefaultLocale()),
      };
      if (!(await mayRead(caller.ability, draft))) return undefined;
      const found = await article(draft);
      if (!found) return undefined;
      const isPublic = found.availableLocales.find((one) => one.locale === draft.locale);
      if (status === 'published' && isPublic) return { url: isPublic.url };
      const { hours } = strapi.config.get<Options>('plugin::publishing-desk').preview;
      const binds = [
        draft.documentId,
        draft.locale,
        idOfPerson(strapi),
        hours,
        JSON.stringify(currentActor(strapi)),
        ARTICLE,
      ];
      const [made] = await rows<{ id: string }>(previewOf, binds);
      return { token: tokens.tokenOf(made!.id), locale: draft.locale };
    },

    /**
     * The draft that a token is for, as it is saved now. Null, whatever the reason: no token of ours, expired,
     * revoked, no such draft any more, or whoever made it may no longer read it or has no account.
     */
    async redeem(token: string): Promise<Article | null> {
      const id = tokens.idOf(token);
      if (!id || !strapi.plugin('portal-feeds')) return null;
      const [preview] = await rows<Draft & { madeBy: number }>(activePreview, [id]);
      const ability = preview && (await userAbility(strapi, preview.madeBy));
      if (!ability || !(await mayRead(ability, preview))) return null;
      const found = await article(preview);
      if (found) await rows(opened, [id]);
      return found;
    },

    /** The active links of a draft through which it was seen, the newest first. Any other nobody has but the panel. */
    open: ({ documentId, locale }: Draft): Promise<OpenPreview[]> => rows(openPreviews, [documentId, locale]),

    /** Ends a link of a draft; one that is not there has ended already. */
    async revoke({ documentId, locale }: Draft, id: string): Promise<void> {
      await rows(revoke, [id, documentId, locale, JSON.stringify(currentActor(strapi)), ARTICLE]);
    },
  };
};

function idOfPerson(strapi: Core.Strapi): number {
  const { user } = (strapi.requestContext.get()?.state ?? {}) as RequestState;
  if (!user) throw new Error('A preview is of a person who is signed in.');
  return user.id;
}
