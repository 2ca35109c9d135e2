import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { createProblemReport } from '../../../src/content/validate/problem-report.ts';

describe('createProblemReport', () => {
  const problem = (severity: Problem['severity'], code: Problem['code']): Problem => ({
    ...{ file: 'a.md', line: 1, column: 1, message: 'm', remedy: 'R.' },
    severity,
    code,
  });

  function listen() {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    return { text: () => printed.mock.calls.map(([text]) => String(text)).join(''), printed };
  }

  it('waits for all collections, prints once, and stops a build with an error', () => {
    const { text, printed } = listen();
    const report = createProblemReport(['talks', 'about']);
    report.publish('talks', [problem('error', 'talk/x')], false);
    expect(text()).toBe('');
    expect(() => report.publish('about', [problem('warning', 'about/y')], false)).toThrow(
      'The site was not built, because its content has one error.',
    );
    expect(text()).toContain('talk/x');
    expect(text()).toContain('about/y');
    printed.mockRestore();
  });

  it('continues with warnings, and in dev with errors, which are printed once until they are fixed', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { text, printed } = listen();
    const report = createProblemReport(['talks']);
    const publish = (problems: Problem[]) => {
      report.publish('talks', problems, true);
      vi.runAllTimers();
    };
    report.publish('talks', [problem('warning', 'talk/w')], false);
    publish([problem('error', 'talk/e')]);
    publish([problem('error', 'talk/e')]);
    expect(text().split('talk/e')).toHaveLength(2);
    publish([]);
    expect(text()).toContain('All problems are fixed.');
    printed.mockRestore();
  });

  it('says in dev how many texts are checked, until all are', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { text, printed } = listen();
    const texts = { checked: 12, total: 1000 };
    const report = createProblemReport(
      ['talks'],
      () => [],
      () => texts,
    );
    const publish = (problems: Problem[]) => {
      printed.mockClear();
      report.publish('talks', problems, true);
      vi.runAllTimers();
      return text();
    };
    const progress = '12 of 1,000 texts are checked so far.';
    expect(publish([])).toBe(`\n${progress}\n`);
    expect(publish([])).toBe('');
    expect(publish([problem('warning', 'talk/w')])).toMatch(/1 warning in 1 file\.\n12 of 1,000/);
    texts.checked = 1000;
    expect(publish([problem('warning', 'talk/w')])).toBe('\nAll 1,000 texts are checked.\n');
    expect(publish([])).toBe('\nAll problems are fixed.\n');
    printed.mockRestore();
  });

  it('waits in dev until several collections have changed', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { text, printed } = listen();
    const check = vi.fn(() => []);
    const report = createProblemReport(['talks', 'about'], check);
    report.publish('talks', [], true);
    report.publish('about', [], true);
    expect(check).not.toHaveBeenCalled();
    vi.runAllTimers();
    report.hold();
    report.publish('talks', [problem('warning', 'talk/w')], true);
    vi.runAllTimers();
    expect(text()).toBe('');
    report.publish('about', [problem('warning', 'about/y')], true);
    report.release();
    vi.runAllTimers();
    expect(check).toHaveBeenCalledTimes(2);
    expect(text()).toContain('talk/w');
    expect(text()).toContain('about/y');
    printed.mockRestore();
  });
});
