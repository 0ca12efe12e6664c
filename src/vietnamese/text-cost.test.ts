import { testTextCost } from '../../tests/helpers/text-cost';
import { isCivilDay } from './civil-day';
import { describeDay } from './describe-time';
import { dateLine, dateTime, isEnglish } from './display-time';
import { canonicalDocumentNumber, parseDocumentNumber } from './document-number';
import { nameFinder, splitWords } from './find-names';
import { foldEth, foldToneStyle, normalForm, toNfc, writableText } from './fold-letters';
import { formatAmount, formatTarget } from './format-target';
import { readKeystrokes } from './keystrokes';
import { formatNumber, parseNumber } from './numbers';
import { documentNumbersIn, doubtfulNumbers } from './numbers-in-text';
import { isOneSentence } from './one-sentence';
import { parseDateLine, parsePortalDateTime } from './parse-portal-time';
import { parseTypedDay, parseTypedInstant } from './parse-typed-time';
import { isPersonName } from './person-name';
import { startOfPortalDay } from './portal-time';
import { joinedTitles, postTitle } from './post-title';
import { digitsOnlyForms, flatKey, searchKey } from './search-key';
import { shortTitle } from './shorten-title';
import { slugOf } from './slug';
import { toneStyles } from './tone-styles';
import { wordRanges } from './words';

const sought = (name: string, isPerson = false) => ({ name, isPerson, bearer: name });
const postOf = (title: string) => ({ title, titleEn: title, kind: 'acting' });
const findNames = nameFinder([
  sought('Nguyễn Văn An', true),
  sought('Lê Văn Bình', true),
  sought('Sở Kế hoạch và Đầu tư'),
  sought('a a a a b'),
  sought('UBND'),
]);

testTextCost('src/vietnamese', {
  timed: {
    'civil-day.ts#isCivilDay': isCivilDay,
    'describe-time.ts#describeDay': (text) => describeDay(text, text),
    'display-time.ts#dateLine': (text) => dateLine(new Date(), text),
    'display-time.ts#dateTime': (text) => dateTime(new Date(), text),
    'document-number.ts#canonicalDocumentNumber': canonicalDocumentNumber,
    'document-number.ts#parseDocumentNumber': parseDocumentNumber,
    'display-time.ts#isEnglish': isEnglish,
    'keystrokes.ts#readKeystrokes': readKeystrokes,
    'numbers-in-text.ts#doubtfulNumbers': doubtfulNumbers,
    'numbers-in-text.ts#documentNumbersIn': documentNumbersIn,
    'find-names.ts#nameFinder': findNames,
    'find-names.ts#splitWords': splitWords,
    'fold-letters.ts#foldEth': foldEth,
    'fold-letters.ts#foldToneStyle': foldToneStyle,
    'fold-letters.ts#normalForm': (text) => normalForm(text, 'NFKC'),
    'fold-letters.ts#toNfc': toNfc,
    'fold-letters.ts#writableText': writableText,
    'format-target.ts#formatAmount': (text) => {
      formatAmount({ value: '1', unit: text });
      formatAmount({ value: text, unit: '%' });
    },
    'format-target.ts#formatTarget': (text) => {
      formatTarget({ value: '1', unit: text, qualifier: 'exact', increment: true });
      formatTarget({ value: text, unit: '%', qualifier: 'exact', increment: true });
    },
    'numbers.ts#formatNumber': formatNumber,
    'numbers.ts#parseNumber': parseNumber,
    'one-sentence.ts#isOneSentence': isOneSentence,
    'parse-portal-time.ts#parseDateLine': parseDateLine,
    'parse-portal-time.ts#parsePortalDateTime': parsePortalDateTime,
    'parse-typed-time.ts#parseTypedDay': parseTypedDay,
    'parse-typed-time.ts#parseTypedInstant': (text) => parseTypedInstant(text, text),
    'person-name.ts#isPersonName': isPersonName,
    'portal-time.ts#startOfPortalDay': startOfPortalDay,
    'post-title.ts#joinedTitles': (text) => joinedTitles(text.split(' ').map(postOf), 'vi'),
    'post-title.ts#postTitle': (text) => postTitle(postOf(text), 'en'),
    'search-key.ts#digitsOnlyForms': digitsOnlyForms,
    'search-key.ts#flatKey': flatKey,
    'search-key.ts#searchKey': searchKey,
    'shorten-title.ts#shortTitle': shortTitle,
    'slug.ts#slugOf': (text) => slugOf(text),
    'tone-styles.ts#toneStyles': toneStyles,
    'words.ts#wordRanges': wordRanges,
  },
});
