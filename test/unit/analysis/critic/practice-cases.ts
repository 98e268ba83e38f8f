import type { RuleCases } from './security-cases.ts';

export const practiceCases: RuleCases = {
  'none-equality': {
    'src/a.py': `
»if value == None: go()
»while node != None: node = node.next
if value is None: go()
query.filter(User.name == None)
mask = column == None
`,
  },
  'swallowed-error': {
    'src/a.ts': `
try { work(); }
»catch (error) {}
try { work(); } catch {}
try { work(); } catch (error) { /* best effort */ }
try { work(); } catch (error) { report(error); }
`,
    'src/a.py': `
try:
    work()
»except:
    pass
try:
    work()
»except Exception as error:
    ...
try:
    work()
»except:
    result = None
try:
    work()
except:
    undo()
try:
    work()
except KeyError:
    pass
try:
    work()
except Exception:
    pass  # best effort
try:
    work()
except Exception:
    report()
`,
  },
  'debugger-left': {
    'src/a.ts': `
function a() {
»  debugger;
}
const debuggerName = 'debugger';
`,
    'src/a.py': `
»breakpoint()
»pdb.set_trace()
set_trace()
gdb.breakpoint(3)
`,
  },
  'focused-test': {
    'test/a.test.ts': `
»describe.only('a', () => {});
»it.only('works', () => {});
»test.only('works', () => {});
it('works', () => {});
pick.only('x');
`,
    'src/a.ts': `
it.only('works', () => {});
`,
  },
};
