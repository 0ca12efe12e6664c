import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { useDocumentAction, type DocumentVersion } from '../shared/use-document-action';
import { useLabels } from '../shared/use-labels';
import { NoteDialog } from './note-dialog';
import { stateLabel } from './state-label';
import { useReview, type Step } from './use-review';
import { OWNED } from '../watched-types';

/** The review of a draft, in the side of its form. */
export const ReviewPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (!OWNED.has(model) || !document || !documentId) return null;
  // A draft without changes since it was published has nothing to approve.
  if (document.status === 'published') return null;
  return {
    title: say('review.title'),
    content: (
      <ReviewSteps
        key={`${documentId} ${document.locale}`}
        type={model}
        documentId={documentId}
        locale={document.locale ?? DEFAULT_LOCALE}
        revision={Number(document.revision ?? 0)}
        state={document.reviewState ?? null}
      />
    ),
  };
};

type Props = DocumentVersion & { type: string; state: string | null; revision: number };

function ReviewSteps({ state, revision, ...place }: Props) {
  const { say, when } = useLabels();
  const review = useReview(place, revision);
  const act = useDocumentAction(place);
  const isChanged = useForm('ReviewPanel', (form) => form.modified);
  if (!review) return null;
  const { lastStep, isOwn, can } = review;
  const { type, documentId } = place;
  const take = (step: Step, note: string) => act(`/publishing-desk/reviews/${type}/${documentId}/${step}`, { note });
  const publishAlone = (reason: string) =>
    act(`/content-manager/collection-types/${type}/${documentId}/actions/publish`, {}, reason);
  const waits = state === 'submitted';
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
        <NoteDialog step="submit" variant="secondary" disabled={isChanged} onAct={(note) => take('submit', note)} />
      )}
      {can.approve && waits && (
        <NoteDialog step="approve" disabled={isChanged} onAct={(note) => take('approve', note)} />
      )}
      {can['send-back'] && (waits || state === 'approved') && (
        <NoteDialog
          step="send-back"
          isRequired
          variant="tertiary"
          disabled={isChanged}
          onAct={(note) => take('send-back', note)}
        />
      )}
      {can.publish && isOwn && state !== 'approved' && (
        <>
          <Typography textColor="neutral600">{say('review.own')}</Typography>
          <NoteDialog step="alone" isRequired variant="danger-light" disabled={isChanged} onAct={publishAlone} />
        </>
      )}
    </Flex>
  );
}
