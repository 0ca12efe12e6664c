import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { CorrectDialog } from './correct-dialog';
import { publicState, type PublicFields } from './public-state';
import { useLabels, type Label } from '../shared/use-labels';
import { WithdrawDialog } from './withdraw-dialog';
import { ARTICLE } from '../article-type';

/** What readers see of the article and since when; and what can be done to it once it is published. */
export const ReadersPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say, when } = useLabels();
  if (model !== ARTICLE || !document || !documentId) return null;
  const article = document as PublicFields;
  const state = publicState(article, Date.now());
  const isPublished = article.status === 'published' || article.status === 'modified';
  const isWithdrawn = state.label.startsWith('readers.withdrawn');
  const place = { documentId, locale: document.locale ?? DEFAULT_LOCALE };
  return {
    title: say('readers.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography>{say(state.label as Label, { when: state.when ? when(state.when) : '' })}</Typography>
        {isPublished && article.status === 'modified' && (
          <Typography textColor="neutral600">{say('readers.modified')}</Typography>
        )}
        {isPublished && !isWithdrawn && (
          <CorrectDialog
            {...place}
            revision={Number(document.revision ?? 0)}
            isApproved={document.reviewState === 'approved'}
          />
        )}
        {isPublished && <WithdrawDialog {...place} isWithdrawn={isWithdrawn} />}
      </Flex>
    ),
  };
};
