import { given, testTextCost } from '../../tests/helpers/text-cost';
import { bodyOf, treeOf } from '../../tests/helpers/text-shapes';
import { checkBody } from './check-body';
import { bodyFigures, bodyFileLinks, moveFileLinks, undescribedPictures } from './figures';
import { exceededLimit } from './limits';
import { cleanAddress, hidesCharacters, isSafeAddress, withoutTracking } from './link-address';
import { linkWords } from './link-words';
import { flowOf, inlineText as textOfNodes, plainParagraph } from './nodes';
import { normaliseBody } from './normalise-body';
import { positionInBody } from './position-in-body';
import { headingLevel, headingTagLevel, isBlock } from './read-html/elements';
import { classWords, findWithin, htmlElement, textWithin } from './read-html/html-tree';
import { isLeftOut } from './read-html/left-out';
import { linkTarget } from './read-html/link-target';
import { isButtonLink, pictureSource } from './read-html/pictures';
import { POLICIES } from './read-html/policies';
import { readHtml } from './read-html/read-html';
import { readPlainText } from './read-html/read-plain-text';
import {
  blockText,
  cleanText,
  collapse,
  lengthOf,
  trimBlock,
  trimBlockEnd,
  trimBlockStart,
} from './read-html/white-space';
import { wordItem } from './read-html/word-lists';
import { blockHtml, blockText as textOfBlock, isBlankBlock } from './render/block';
import { escapeHtml } from './render/escape-html';
import { creditHtml } from './render/figure';
import { flowHtml, flowLines, flowNodeHtml } from './render/flow';
import { inlineHtml, inlineText, isBlank } from './render/inline';
import { placeFiles } from './render/place-files';
import { toBlocks } from './render/to-blocks';
import { toHtml } from './render/to-html';
import { toText } from './render/to-text';
import type { Block, Inline } from './schema';

const PAGE = 'https://portal.example/tin/mot';

/** An element whose attributes are the text, as an old page or a clipboard may have it. */
const elementOf = (text: string) =>
  htmlElement('p', { class: text, id: text, style: text, href: text, src: text, width: text, height: text }, []);
const inlineOf = (text: string): Inline[] => bodyOf(text).content.flatMap(contentOf);
const contentOf = (block: Block): Inline[] => (block.type === 'paragraph' ? (block.content ?? []) : []);
const flowOfText = (text: string) => bodyOf(text).content.flatMap(flowOf);

testTextCost('src/body', {
  timed: {
    'check-body.ts#checkBody': given(bodyOf, checkBody),
    'figures.ts#bodyFigures': given(bodyOf, bodyFigures),
    'figures.ts#bodyFileLinks': given(bodyOf, bodyFileLinks),
    'figures.ts#moveFileLinks': given(bodyOf, (body) => moveFileLinks(body, new Map([['/uploads/a', '/uploads/b']]))),
    'figures.ts#undescribedPictures': given(bodyOf, undescribedPictures),
    'limits.ts#exceededLimit': given(bodyOf, exceededLimit),
    'link-address.ts#cleanAddress': cleanAddress,
    'link-address.ts#hidesCharacters': hidesCharacters,
    'link-address.ts#isSafeAddress': isSafeAddress,
    'link-address.ts#withoutTracking': withoutTracking,
    'link-words.ts#linkWords': given(bodyOf, (body) => linkWords(body, '123/QĐ-UBND', '/chi-dao-dieu-hanh/a')),
    'nodes.ts#flowOf': given(bodyOf, ({ content }) => content.map(flowOf)),
    'nodes.ts#inlineText': given(inlineOf, textOfNodes),
    'nodes.ts#plainParagraph': plainParagraph,
    'normalise-body.ts#normaliseBody': given(bodyOf, normaliseBody),
    'position-in-body.ts#positionInBody': given(bodyOf, (body) => positionInBody(body, ['content', 2, 'content', 1])),
    'read-html/elements.ts#headingLevel': given(elementOf, headingLevel),
    'read-html/elements.ts#headingTagLevel': headingTagLevel,
    'read-html/elements.ts#isBlock': isBlock,
    'read-html/html-tree.ts#classWords': given(elementOf, classWords),
    'read-html/html-tree.ts#findWithin': given(treeOf, (tree) => findWithin(tree, () => false)),
    'read-html/html-tree.ts#htmlElement': elementOf,
    'read-html/html-tree.ts#textWithin': given(treeOf, textWithin),
    'read-html/left-out.ts#isLeftOut': given(elementOf, isLeftOut),
    'read-html/link-target.ts#linkTarget': (text) => {
      for (const href of [text, `https://${text}`, `/tin?${text}`, `https://www.google.com/url?q=${text}`]) {
        linkTarget(href, 'cleaned', PAGE);
      }
    },
    'read-html/pictures.ts#isButtonLink': isButtonLink,
    'read-html/pictures.ts#pictureSource': given(elementOf, pictureSource),
    'read-html/read-html.ts#readHtml': given(treeOf, (tree) => {
      readHtml(tree, { policy: POLICIES.clipboard, page: null });
      readHtml(tree, { policy: POLICIES.importedPage, page: PAGE });
    }),
    'read-html/read-plain-text.ts#readPlainText': readPlainText,
    'read-html/white-space.ts#blockText': blockText,
    'read-html/white-space.ts#cleanText': cleanText,
    'read-html/white-space.ts#collapse': collapse,
    'read-html/white-space.ts#lengthOf': lengthOf,
    'read-html/white-space.ts#trimBlock': trimBlock,
    'read-html/white-space.ts#trimBlockEnd': trimBlockEnd,
    'read-html/white-space.ts#trimBlockStart': trimBlockStart,
    'read-html/word-lists.ts#wordItem': given((text) => {
      const marker = htmlElement('span', { style: 'mso-list:Ignore' }, [{ kind: 'text', text }]);
      return htmlElement('p', { style: `mso-list:l0 level1 ${text}` }, [marker]);
    }, wordItem),
    'render/block.ts#blockHtml': given(bodyOf, ({ content }) => content.map((block) => blockHtml(block))),
    'render/block.ts#blockText': given(bodyOf, ({ content }) => content.map(textOfBlock)),
    'render/block.ts#isBlankBlock': given(bodyOf, ({ content }) => content.map(isBlankBlock)),
    'render/escape-html.ts#escapeHtml': escapeHtml,
    'render/figure.ts#creditHtml': (text) => creditHtml(text, {}),
    'render/flow.ts#flowHtml': given(flowOfText, flowHtml),
    'render/flow.ts#flowLines': given(flowOfText, flowLines),
    'render/flow.ts#flowNodeHtml': given(flowOfText, (flow) => flow.map(flowNodeHtml)),
    'render/inline.ts#inlineHtml': given(inlineOf, inlineHtml),
    'render/inline.ts#inlineText': given(inlineOf, inlineText),
    'render/inline.ts#isBlank': given(inlineOf, isBlank),
    'render/place-files.ts#placeFiles': (text) => {
      placeFiles(text, new Map());
      placeFiles('<figure data-file="a"><img data-file="a" alt="'.repeat(text.length / 50), new Map());
    },
    'render/to-blocks.ts#toBlocks': given(bodyOf, toBlocks),
    'render/to-html.ts#toHtml': given(bodyOf, (body) => toHtml(body)),
    'render/to-text.ts#toText': given(bodyOf, toText),
  },
  exempt: {
    'a step of readHtml at one node, timed as part of it': [
      'read-html/around.ts#aroundAll',
      'read-html/around.ts#aroundIn',
      'read-html/gather.ts#gather',
      'read-html/html-tree.ts#isElement',
      'read-html/lists.ts#listPieces',
      'read-html/marks.ts#marksWithin',
      'read-html/spilled.ts#spillsFrom',
      'read-html/tables.ts#tablePieces',
      'read-html/word-lists.ts#isMarker',
    ],
    'a step of toHtml at one node, timed as part of it': ['render/flow.ts#isBlankFlow'],
    'puts what it is given in an object': ['nodes.ts#paragraph'],
  },
});
