import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { ChecksList } from './checks-list';
import { useLabels } from '../shared/use-labels';
import { ARTICLE } from '../article-type';

/** The checks of the article in the form, before it is published. */
export const ChecksPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (model !== ARTICLE) return null;
  const asked = new URLSearchParams(location.search).get('plugins[i18n][locale]');
  // A document without a version in this language has a document id, but no document.
  const known = documentId && document?.locale ? documentId : null;
  return {
    title: say('checks.title'),
    content: <ChecksList documentId={known} locale={document?.locale ?? asked ?? DEFAULT_LOCALE} />,
  };
};
