import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { ARTICLE } from '../watched-types';
import type { DocumentVersion } from '../shared/use-document-action';
import { useLabels, type Label } from '../shared/use-labels';
import { CorrectDialog } from './correct-dialog';
import { plannedState, publicState, type Planned } from './public-state';
import { useReaders } from './use-readers';
import { WithdrawDialog } from './withdraw-dialog';

/** What readers see of the article and since when; and what can be done to it once it is published. */
export const ReadersPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (model !== ARTICLE || !document || !documentId) return null;
  return {
    title: say('readers.title'),
    content: (
      <ReadersView
        key={`${documentId} ${document.locale}`}
        documentId={documentId}
        locale={document.locale ?? DEFAULT_LOCALE}
        revision={Number(document.revision ?? 0)}
        isModified={document.status === 'modified'}
        isApproved={document.reviewState === 'approved'}
      />
    ),
  };
};

type Props = DocumentVersion & { revision: number; isModified: boolean; isApproved: boolean };

function ReadersView({ revision, isModified, isApproved, ...article }: Props) {
  const { say, when } = useLabels();
  const readers = useReaders(article, revision);
  const draft: Planned = useForm('ReadersPanel', (form) => form.values);
  if (!readers) return null;
  const { published, canPublish } = readers;
  const now = new Date(readers.now).getTime();
  const sayState = ({ label, when: instant }: { label: string; when?: string }) =>
    say(label as Label, { when: instant ? when(instant) : '' });
  const state = publicState(published, draft, now);
  const planned = plannedState(published, draft, now);
  const isWithdrawn = state.label.startsWith('readers.withdrawn');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{sayState(state)}</Typography>
      {isModified && <Typography textColor="neutral600">{say('readers.modified')}</Typography>}
      {planned && (
        <Typography role="status" textColor={planned.goesDark ? 'danger600' : 'neutral600'}>
          {planned.goesDark
            ? say('readers.goesDark', { state: sayState({ ...planned, label: `list.${planned.label}` }) })
            : say('readers.planned', { state: sayState(planned) })}
        </Typography>
      )}
      {published && canPublish && !isWithdrawn && (
        <CorrectDialog {...article} revision={revision} isApproved={isApproved} />
      )}
      {published && canPublish && <WithdrawDialog {...article} isWithdrawn={isWithdrawn} />}
    </Flex>
  );
}
