import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { awaiting, mayReview } from './awaiting';
import type { Step } from './service';
import { authorise } from '../permissions/authorise';
import { ARTICLE } from '../article-type';

const note = z.string().trim().max(1000);
const words = {
  submit: z.strictObject({ note: note.default('') }),
  approve: z.strictObject({ note: note.default('') }),
  'send-back': z.strictObject({ note: note.min(1) }),
};

type DraftId = { documentId: string; locale: string };

/** The way of a draft from whoever writes to whoever approves. `?locale=` is its language. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const review = strapi.plugin('publishing-desk').service('review');

  const draftIdOf = (ctx: Context): DraftId => {
    const { locale } = ctx.query;
    return { documentId: ctx.params.id, locale: typeof locale === 'string' && locale !== '' ? locale : 'vi' };
  };

  const may = (ctx: Context, action: 'update' | 'publish', draft: DraftId): Promise<boolean> =>
    authorise(strapi, ctx, action, { type: ARTICLE, ...draft }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof errors.ForbiddenError) return false;
        throw error;
      },
    );

  return {
    /** GET /publishing-desk/reviews: what waits for me, and what was sent back to me */
    async list(ctx: Context) {
      ctx.body = { data: await awaiting(strapi, ctx.state.userAbility, ctx.state.user.id) };
    },

    /** GET /publishing-desk/reviews/{id}?locale= */
    async state(ctx: Context) {
      const draft = draftIdOf(ctx);
      await authorise(strapi, ctx, 'read', { type: ARTICLE, ...draft });
      const spoken = await review.lastSteps([draft.documentId]);
      const word = spoken.find(({ locale }: DraftId) => locale === draft.locale);
      const isOwn = await review.isOwn(draft, ctx.state.user.id);
      const publishes = await may(ctx, 'publish', draft);
      ctx.body = {
        data: {
          word: word ? { action: word.action, by: word.by, at: word.at, note: word.note } : null,
          isOwn,
          may: {
            submit: await may(ctx, 'update', draft),
            'send-back': await mayReview(strapi, ctx.state.userAbility, draft),
            approve: publishes && !isOwn,
            publish: publishes,
          },
        },
      };
    },

    /** POST /publishing-desk/reviews/{id}/{submit|send-back|approve}?locale=: note */
    async take(ctx: Context) {
      const draft = draftIdOf(ctx);
      const step = Object.keys(words).find((one) => one === ctx.params.step) as Step | undefined;
      if (!step) throw new errors.NotFoundError();
      const said = words[step].safeParse(ctx.request.body ?? {});
      if (!said.success) throw new errors.ValidationError('desk.malformed', { field: 'note' });
      await refuseStrangers(ctx, step, draft);
      await review.take(step, draft, ctx.state.user.id, said.data.note || undefined);
      ctx.body = { data: draft };
    },
  };

  async function refuseStrangers(ctx: Context, step: Step, draft: DraftId): Promise<void> {
    if (step === 'send-back') {
      await authorise(strapi, ctx, 'read', { type: ARTICLE, ...draft });
      if (!(await mayReview(strapi, ctx.state.userAbility, draft))) throw new errors.PolicyError('desk.not-yours');
      return;
    }
    await authorise(strapi, ctx, step === 'submit' ? 'update' : 'publish', { type: ARTICLE, ...draft });
  }
};
