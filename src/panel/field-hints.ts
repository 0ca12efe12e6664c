import { createElement, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { contentTypeOfLayout, type Layout } from './content-type-of-layout';
import { hintedFields, hintKey, type LabelledPlugin } from './labelled-plugin';

/** The hook that runs over every form layout before it is drawn. */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

type Field = { name: string; hint?: ReactNode };
type EditLayout = Layout & { layout: Field[][][] };

/**
 * A handler of `EDIT_LAYOUT_HOOK` that puts the plugin's hint under each of its fields, in the language that the panel
 * has at the moment. A description that an administrator wrote stays.
 */
export function fieldHints(plugin: LabelledPlugin) {
  const hints = hintElements(plugin);
  return <Arguments extends { layout: EditLayout }>(args: Arguments): Arguments => {
    const contentType = contentTypeOfLayout(plugin, args.layout);
    if (contentType === undefined || descriptionsAreBeingEdited()) return args;
    const withHint = (field: Field): Field => ({
      ...field,
      hint: field.hint || hints.get(`${contentType}.${field.name}`),
    });
    return {
      ...args,
      layout: { ...args.layout, layout: args.layout.layout.map((panel) => panel.map((row) => row.map(withHint))) },
    };
  };
}

/** Made once: a field is drawn again whenever its hint is another object. */
function hintElements(plugin: LabelledPlugin): Map<string, ReactNode> {
  const entries = Object.keys(plugin.contentTypes).flatMap((contentType) =>
    hintedFields(plugin, contentType).map((field): [string, ReactNode] => [
      `${contentType}.${field}`,
      createElement(FormattedMessage, { id: hintKey(plugin, contentType, field) }),
    ]),
  );
  return new Map(entries);
}

/** "Configure the view" takes a layout's hints as the administrator's own descriptions, and would save ours. */
const descriptionsAreBeingEdited = () => location.pathname.endsWith('/configurations/edit');
