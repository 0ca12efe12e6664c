import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useArticleAction, type ArticleVersion } from '../shared/use-article-action';
import { useLabels, type Label } from '../shared/use-labels';
import { stateLabel } from './state-label';
import { useReview, type Step } from './use-review';
import { ActionDialog } from '../shared/action-dialog';
import { ARTICLE } from '../article-type';

/** The way of a draft from whoever writes to whoever approves, in the side of its form. */
export const ReviewPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (model !== ARTICLE || !document || !documentId) return null;
  // What readers see as it stands has nothing to be approved.
  if (document.status === 'published') return null;
  return {
    title: say('review.title'),
    content: (
      <ReviewSteps
        key={`${documentId} ${document.locale}`}
        documentId={documentId}
        locale={document.locale ?? 'vi'}
        revision={Number(document.revision ?? 0)}
        state={document.reviewState ?? null}
      />
    ),
  };
};

function ReviewSteps({ state, revision, ...place }: ArticleVersion & { state: string | null; revision: number }) {
  const { say, when } = useLabels();
  const review = useReview(place, revision);
  const act = useArticleAction(place);
  const isChanged = useForm('ReviewPanel', (form) => form.modified);
  if (!review) return null;
  const { lastStep, isOwn, can } = review;
  const take = (step: Step, note: string) => act(`/publishing-desk/reviews/${place.documentId}/${step}`, { note });
  const publishAlone = (reason: string) =>
    act(`/content-manager/collection-types/${ARTICLE}/${place.documentId}/actions/publish`, {}, reason);
  const waits = state === 'submitted';
  const dialog = (name: string) => ({
    open: say(`review.${name}.open` as Label),
    act: say(`review.${name}.do` as Label),
    label: say(`review.${name}.note` as Label),
    hint: say(`review.${name}.hint` as Label),
    disabled: isChanged,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{say(stateLabel(state))}</Typography>
      {lastStep && state && (
        <Typography variant="pi" textColor="neutral600">
          {say('history.by', { by: lastStep.by, when: when(lastStep.at) })}
        </Typography>
      )}
      {lastStep?.note && state && <Typography style={{ whiteSpace: 'pre-wrap' }}>“{lastStep.note}”</Typography>}
      {isChanged && <Typography textColor="neutral600">{say('review.saveFirst')}</Typography>}
      {can.submit && (!state || state === 'returned') && (
        <ActionDialog
          {...dialog('submit')}
          isRequired={false}
          variant="secondary"
          onAct={(note) => take('submit', note)}
        />
      )}
      {can.approve && waits && (
        <ActionDialog {...dialog('approve')} isRequired={false} onAct={(note) => take('approve', note)} />
      )}
      {can['send-back'] && (waits || state === 'approved') && (
        <ActionDialog
          {...dialog('send-back')}
          isRequired
          variant="tertiary"
          onAct={(note) => take('send-back', note)}
        />
      )}
      {can.publish && isOwn && state !== 'approved' && (
        <>
          <Typography textColor="neutral600">{say('review.own')}</Typography>
          <ActionDialog {...dialog('alone')} isRequired variant="danger-light" onAct={publishAlone} />
        </>
      )}
    </Flex>
  );
}
