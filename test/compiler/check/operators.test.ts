import { asValue, checkRows } from './rows.ts'

checkRows(
  'arithmetic',
  [
    ['whole numbers stay whole', 'range(3)[1 + 2 * 3 - 4]'],
    ['a point makes a number', 'words[«1 + 2.0»]', 'MAS3209'],
    ['division gives a number', 'words[«4 / 2»]', 'MAS3209'],
    ['the remainder of whole numbers is whole', 'words[count % 2]'],
    ['no remainder of numbers', '«ratio» % 2', 'MAS3203'],
    ['no difference of texts', '«task» - 1', 'MAS3201'],
    ['both operands are looked at', '«task» * «words»', 'MAS3201', 'MAS3201'],
    ['an optional number is no number', '«number(task)» + 1', 'MAS3201'],
    ['the default of an optional number is one', '(number(task) ?? 0) + 1'],
    ['minus takes numbers', '-«task»', 'MAS3201'],
    ['a chain of texts is one mistake', '«task + " " + hint + "!"»', 'MAS3202'],
    ['a sum that gets a text late', '«count + 1 + task»', 'MAS3202'],
    ['lists are not added', '«words» + few', 'MAS3201'],
    ['a mistake inside a sum is the only one', '1 + «unknown_name» + 2', 'MAS2001'],
  ],
  asValue,
)

checkRows(
  'comparison',
  [
    ['numbers are ordered', 'count < ratio'],
    ['texts are not', '«task» < «"b"»', 'MAS3201', 'MAS3201'],
    ['equal values of one type', 'draft == drafts[0]'],
    ['a whole number and a number', 'count == ratio'],
    ['an optional and its type', 'hint == task'],
    ['lists of different bounds', 'words == few'],
    ['an empty list', 'words == []'],
    ['an enum and a text', '«verdict == "correct"»', 'MAS3204'],
    ['two enums', '«verdict == kind»', 'MAS3204'],
    ['a text and a number', '«task != 1»', 'MAS3204'],
    ['records of different fields', '«draft == { answer: "" }»', 'MAS3204'],
    ['an optional and none', 'hint == none and none != perhaps'],
    ['what is never none', '«task == none»', 'MAS3205'],
    ['none on the left', '«none != count»', 'MAS3205'],
    ['a narrowed optional may be compared with none again', 'hint != none and hint != none'],
    ['a narrowed optional may have a default again', 'hint != none and (hint ?? "") == task'],
  ],
  asValue,
)

checkRows(
  'logic',
  [
    ['conditions', 'sure and not sure or count > 1'],
    ['texts are no conditions', 'sure and «task»', 'MAS3206'],
    ['lists are no conditions', 'not «words»', 'MAS3206'],
    ['an optional is no condition', '«hint» or sure', 'MAS3206'],
    ['the right side of and knows the left', 'hint != none and lower(hint) == task'],
    ['the right side of or knows that the left failed', 'hint == none or lower(hint) == task'],
    ['the right side of or knows nothing else', 'hint != none or lower(«hint») == task', 'MAS3003'],
  ],
  asValue,
)

checkRows(
  'default and otherwise',
  [
    ['the default of an optional', 'lower(hint ?? task)'],
    ['the default may be optional itself', 'lower(«hint ?? draft.note»)', 'MAS3003'],
    ['a default of another type', 'hint ?? «1»', 'MAS3005'],
    ['what is never none needs no default', '«task» ?? ""', 'MAS3205'],
    ['a default that is not needed and does not fit is one mistake', 'task == «"a"» ?? true', 'MAS3205'],
    ['a default that is not needed has mistakes of its own', '«task» ?? «zzz»', 'MAS3205', 'MAS2001'],
    ['otherwise joins both sides', 'lower(Write(task) otherwise "")'],
    ['otherwise none is optional', 'lower(«Write(task) otherwise none»)', 'MAS3003'],
    ['otherwise of another type', 'Write(task) otherwise «0»', 'MAS3005'],
  ],
  asValue,
)
