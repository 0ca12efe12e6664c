import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { PreviewLinks } from './preview-links';
import { useLabels } from './use-labels';

const ARTICLE = 'plugin::newsroom.article';

/** Through which links the draft can be seen from outside, and the end of each. */
export const PreviewPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (model !== ARTICLE || !document || !documentId) return null;
  const locale = document.locale ?? 'vi';
  return {
    title: say('preview.title'),
    content: <PreviewLinks key={`${documentId} ${locale}`} documentId={documentId} locale={locale} />,
  };
};
