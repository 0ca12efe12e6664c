import type { Core } from '@strapi/strapi';
import { localeService } from '../../../../../strapi-internals/locales';
import { currentRequest } from '../../../../../strapi-internals/request-caller';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import type { Options } from '../config';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { userAbility } from '../permissions/user-ability';
import type { Transaction } from '../transaction';
import { ARTICLE } from '../watched-types';
import { previewTokens } from './preview-token';
import {
  activePreview,
  type IssuedPreview,
  issuePreview,
  markOpened,
  openedPreviews,
  type PreviewLink,
  revokePreview,
} from './queries';

type DraftId = { documentId: string; locale: string };
/** An article in the shape of the contract: the desk reads no more of it than this. */
type Article = { availableLocales: { locale: string; url: string }[] };
type ShownDraft = { article: Article; files: Set<string> };

/** Links through which a saved draft can be seen without an account, for a limited time. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const tokens = previewTokens(strapi);
  const select = async <Row>(statement: string, binds: (string | number)[], trx: Transaction = strapi.db.connection) =>
    (await trx.raw<{ rows: Row[] }>(statement, binds)).rows;

  const shownDraft = async ({ documentId, locale }: DraftId): Promise<ShownDraft | null> =>
    strapi.plugin('portal-feeds').service('drafts').article(documentId, locale);

  /** Whether there is such a draft and this ability may read it. */
  const canRead = async (ability: Ability, { documentId, locale }: DraftId): Promise<boolean> => {
    const where = { documentId, locale, publishedAt: null };
    return (await strapi.db.query(ARTICLE).count({ where })) > 0 && canAccess(strapi, ability, 'read', ARTICLE, where);
  };

  /** The audit row has no locale: a row with a locale records a change of that locale's content. */
  const recordPreview = (trx: Transaction, action: string, documentId: string, after: object) =>
    recordAudit(trx, { actor: currentActor(strapi), action, type: ARTICLE, documentId, after });

  async function issue({ documentId, locale }: DraftId): Promise<string> {
    const { hours } = strapi.config.get<Options>('plugin::publishing-desk').preview;
    return strapi.db.transaction(async ({ trx }) => {
      const binds = [documentId, locale, currentUserId(strapi), hours];
      const [issued] = await select<IssuedPreview>(issuePreview, binds, trx);
      const { id, expiresAt, isNew } = issued!;
      if (isNew) await recordPreview(trx, 'preview', documentId, { preview: id, locale, expiresAt });
      return id;
    });
  }

  return {
    /**
     * Where the user of the current request previews a document: `token` of a link to its draft, or for the status
     * `published` the `url` of its public page, where it has one. Undefined where there is no preview: another type, no
     * such draft, a draft that the person may not read, or an app without portal-feeds.
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
        locale: locale || (await localeService(strapi).getDefaultLocale()),
      };
      if (!(await canRead(caller.ability, draft))) return undefined;
      const shown = await shownDraft(draft);
      if (!shown) return undefined;
      const publicPage = shown.article.availableLocales.find((one) => one.locale === draft.locale);
      if (status === 'published' && publicPage) return { url: publicPage.url };
      return { token: tokens.tokenOf(await issue(draft)), locale: draft.locale };
    },

    /**
     * The draft that a token opens, as it is saved now. Null for every other token, whatever the reason: forged,
     * expired, revoked, of a draft that is gone, or made by a person who may no longer read it or has no account.
     */
    async redeem(token: string): Promise<Article | null> {
      const id = tokens.idOf(token);
      if (!id || !strapi.plugin('portal-feeds')) return null;
      const [preview] = await select<DraftId & { madeBy: number }>(activePreview, [id]);
      const ability = preview && (await userAbility(strapi, preview.madeBy));
      if (!ability || !(await canRead(ability, preview))) return null;
      const shown = await shownDraft(preview);
      if (!shown) return null;
      await select(markOpened, [id]);
      const { article, files } = shown;
      // The public does not see the files of a draft. Whoever wrote it had the right on those it shows, not on others.
      return strapi.plugin('upload-guard')?.service('addresses').signAll(article, files) ?? article;
    },

    /** The active links through which a draft was seen, the newest first. No one but the panel has the others. */
    opened: ({ documentId, locale }: DraftId): Promise<PreviewLink[]> =>
      select<PreviewLink>(openedPreviews, [documentId, locale]),

    /** Revokes a link of a draft for good. One that does not exist has ended already. */
    async revoke({ documentId, locale }: DraftId, id: string): Promise<void> {
      await strapi.db.transaction(async ({ trx }) => {
        const revoked = await select(revokePreview, [id, documentId, locale], trx);
        if (revoked.length > 0) await recordPreview(trx, 'revoke-preview', documentId, { preview: id, locale });
      });
    },
  };
};

function currentUserId(strapi: Core.Strapi): number {
  const user = currentRequest(strapi)?.state.user;
  if (!user) throw new Error('publishing-desk: a preview needs a signed-in user.');
  return user.id;
}
