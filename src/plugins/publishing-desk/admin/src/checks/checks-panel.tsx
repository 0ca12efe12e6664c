import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { DEFAULT_LOCALE } from '../../../../../vietnamese/default-locale';
import { ChecksList } from './checks-list';
import { useLabels } from '../shared/use-labels';
import { OWNED } from '../watched-types';

/** The checks of the document in the form, before it is published. */
export const ChecksPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (!OWNED.has(model)) return null;
  const asked = new URLSearchParams(location.search).get('plugins[i18n][locale]');
  // A document without a version in this language has a document id, but no document.
  const known = documentId && document?.locale ? documentId : null;
  return {
    title: say('checks.title'),
    content: <ChecksList type={model} documentId={known} locale={document?.locale ?? asked ?? DEFAULT_LOCALE} />,
  };
};
