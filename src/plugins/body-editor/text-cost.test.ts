import { getSchema } from '@tiptap/core';
import { given, testTextCost } from '../../../tests/helpers/text-cost';
import { bodyOf, treeOf } from '../../../tests/helpers/text-shapes';
import { bodyValue, countText, readBody, withoutTrailingParagraph } from './admin/src/editor/body-value';
import { addressFromTyped } from './admin/src/editor/link-commands';
import { schemaExtensions } from './admin/src/editor/schema-extensions';
import { figureFromClipboard } from './admin/src/figure/figure-attributes';
import { FigureNode } from './admin/src/figure/figure-node';
import { fileOfPending, isLeftOutPicture, isPending, pendingFile } from './admin/src/paste/pending-picture';
import { readPasted } from './admin/src/paste/read-pasted';
import { withRenderedBodies } from './server/src/documents/body-on-write';
import { undescribedErrors } from './server/src/documents/describe-before-publish';
import { bodyService } from './server/src/services/body';

const schema = getSchema([...schemaExtensions, FigureNode]);
const docOf = (text: string) => readBody(schema, bodyOf(text)) ?? schema.topNodeType.createAndFill()!;
const attributes = {
  body: { type: 'json', customField: 'plugin::body-editor.body' },
  bodyBlocks: { type: 'json' },
  bodyHtml: { type: 'text' },
  bodyText: { type: 'text' },
} as never;
const bytesOf = (text: string) => `data:image/png;base64,${text}`;

testTextCost('src/plugins/body-editor', {
  timed: {
    'admin/src/editor/body-value.ts#bodyValue': given(docOf, bodyValue),
    'admin/src/editor/body-value.ts#countText': given(docOf, countText),
    'admin/src/editor/body-value.ts#readBody': given(bodyOf, (body) => readBody(schema, body)),
    'admin/src/editor/body-value.ts#withoutTrailingParagraph': given(docOf, withoutTrailingParagraph),
    'admin/src/editor/link-commands.ts#addressFromTyped': addressFromTyped,
    'admin/src/figure/figure-attributes.ts#figureFromClipboard': (text) => [
      figureFromClipboard(text),
      figureFromClipboard(JSON.stringify({ file: text, caption: text, credit: text, alt: text })),
    ],
    'admin/src/paste/pending-picture.ts#fileOfPending': (text) => fileOfPending(bytesOf(text), 'anh'),
    'admin/src/paste/pending-picture.ts#isLeftOutPicture': isLeftOutPicture,
    'admin/src/paste/pending-picture.ts#isPending': isPending,
    'admin/src/paste/pending-picture.ts#pendingFile': (text) => [pendingFile(text), pendingFile(bytesOf(text))],
    'admin/src/paste/read-pasted.ts#readPasted': given((text) => treeOf(text).children, readPasted),
    'server/src/documents/body-on-write.ts#withRenderedBodies': given(bodyOf, (body) =>
      withRenderedBodies(bodyService, attributes, { body }),
    ),
    'server/src/documents/describe-before-publish.ts#undescribedErrors': given(bodyOf, (body) =>
      undescribedErrors(bodyService, ['body'], [{ body }]),
    ),
  },
  exempt: {
    'takes an attribute of a schema': ['server/src/documents/body-fields.ts#isBodyField'],
    'takes the names of nodes, at the start of the panel': ['admin/src/editor/table-nodes.ts#tableNodes'],
    'takes the DOM of a browser, whose text it copies': ['admin/src/paste/tree-of-dom.ts#treeOf'],
  },
});
