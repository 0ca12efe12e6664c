import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { useLabels } from '../shared/use-labels';
import { usePreviewLinks } from './use-preview-links';
import { ARTICLE } from '../watched-types';

/** Through which links the draft can be seen from outside, and the end of each; nothing where there is none. */
export const PreviewPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say, when } = useLabels();
  const isArticle = model === ARTICLE && document;
  const { links, revoke } = usePreviewLinks(isArticle ? documentId : undefined, document?.locale ?? DEFAULT_LOCALE);
  if (links.length === 0) return null;
  return {
    title: say('preview.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">{say('preview.text')}</Typography>
        <Flex direction="column" alignItems="stretch" gap={4} tag="ul">
          {links.map(({ id, by, expiresAt }) => (
            <Flex key={id} tag="li" direction="column" alignItems="stretch" gap={1}>
              <Typography fontWeight="semiBold">{by || say('preview.someone')}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {say('preview.until', { when: when(expiresAt) })}
              </Typography>
              <Button variant="danger-light" size="S" onClick={() => revoke(id)}>
                {say('preview.revoke')}
              </Button>
            </Flex>
          ))}
        </Flex>
      </Flex>
    ),
  };
};
