import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { isLocalised } from '../../../../../strapi-internals/locales';
import { authorise, isAuthorised } from '../permissions/authorise';
import { localeOfQuery } from '../locale-of-query';
import { OWNED } from '../watched-types';
import { awaitingDrafts, canReview } from './awaiting';
import type { ReviewStep, Step } from './queries';
import type { DraftId } from './service';

const note = z.string().trim().max(1000);
const bodies = {
  submit: z.strictObject({ note: note.default('') }),
  approve: z.strictObject({ note: note.default('') }),
  'send-back': z.strictObject({ note: note.min(1) }),
};

/** The review of drafts. `?locale=` is the draft's locale; a type without locales has none. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const review = strapi.plugin('publishing-desk').service('review');

  /** @throws NotFoundError (404) for a type without reviews */
  function draftIdOf(ctx: Context): DraftId {
    const { type, documentId } = ctx.params as { type: string; documentId: string };
    if (!OWNED.has(type)) throw new errors.NotFoundError();
    return {
      type,
      documentId,
      locale: isLocalised(strapi.contentType(type as UID.ContentType)) ? localeOfQuery(ctx) : '',
    };
  }

  const isAllowed = (ctx: Context, action: 'update' | 'publish', draft: DraftId): Promise<boolean> =>
    isAuthorised(strapi, ctx, action, draft);

  /** @throws NotFoundError, ForbiddenError or PolicyError where the person may not take this step */
  async function authoriseStep(ctx: Context, step: Step, draft: DraftId): Promise<void> {
    if (step === 'send-back') {
      await authorise(strapi, ctx, 'read', draft);
      if (!(await canReview(strapi, ctx.state.userAbility, draft))) throw new errors.PolicyError('desk.not-yours');
      return;
    }
    await authorise(strapi, ctx, step === 'submit' ? 'update' : 'publish', draft);
  }

  return {
    /** GET /publishing-desk/reviews: the drafts that await me, and those that were sent back to me */
    async list(ctx: Context) {
      ctx.body = { data: await awaitingDrafts(strapi, ctx.state.userAbility, ctx.state.user.id) };
    },

    /** GET /publishing-desk/reviews/{type}/{documentId}?locale= */
    async state(ctx: Context) {
      const draft = draftIdOf(ctx);
      await authorise(strapi, ctx, 'read', draft);
      const steps: ReviewStep[] = await review.lastSteps([draft.type], [draft.documentId]);
      const last = steps.find(({ locale }) => locale === draft.locale);
      const isOwn = await review.isOwn(draft, ctx.state.user.id);
      const canPublish = await isAllowed(ctx, 'publish', draft);
      ctx.body = {
        data: {
          lastStep: last ? { action: last.action, by: last.by, at: last.at, note: last.note } : null,
          isOwn,
          can: {
            submit: await isAllowed(ctx, 'update', draft),
            'send-back': await canReview(strapi, ctx.state.userAbility, draft),
            approve: canPublish && !isOwn,
            publish: canPublish,
          },
        },
      };
    },

    /** POST /publishing-desk/reviews/{type}/{documentId}/{submit|send-back|approve}?locale=: note */
    async take(ctx: Context) {
      const draft = draftIdOf(ctx);
      const step = Object.keys(bodies).find((one) => one === ctx.params.step) as Step | undefined;
      if (!step) throw new errors.NotFoundError();
      const sent = bodies[step].safeParse(ctx.request.body ?? {});
      if (!sent.success) throw new errors.ValidationError('desk.malformed', { field: 'note' });
      await authoriseStep(ctx, step, draft);
      await review.take(step, draft, ctx.state.user.id, sent.data.note || undefined);
      ctx.body = { data: draft };
    },
  };
};
