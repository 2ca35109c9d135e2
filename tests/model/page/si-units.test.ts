import { expect, test } from 'vitest';
import { toAngle, toNumber, toQuantity, toUnit } from '../../../src/model/page/si-units.ts';

test.each([
  ['\\metre', '\\text{m}'],
  ['\\kilo\\metre\\per\\second\\squared', '\\text{km}\\,\\text{s}^{-2}'],
  ['\\per\\square\\milli\\metre', '\\text{mm}^{-2}'],
  ['m.s^{-1}', '\\text{m}\\,\\text{s}^{-1}'],
  ['kg/m^3', '\\text{kg}\\,\\text{m}^{-3}'],
  ['\\micro\\litre', '\\text{µL}'],
  ['\\metre\\tothe{4}', '\\text{m}^{4}'],
  ['\\percent', '\\%'],
  ['\\constructor', '\\constructor '],
])('the unit %s is %s', (source, tex) => {
  expect(toUnit(source)).toBe(tex);
});

test.each([
  ['5', '5'],
  ['12345.67891', '12\\,345.678\\,91'],
  ['1.5e-3', '1.5\\times10^{-3}'],
  ['e5', '10^{5}'],
  ['-2,5', '-2.5'],
  ['1.20(3)', '1.20(3)'],
  ['3 +- 0.2e4', '(3\\pm0.2)\\times10^{4}'],
  ['n', 'n'],
])('the number %s is %s', (source, tex) => {
  expect(toNumber(source)).toBe(tex);
});

test('a space is before a unit, but not before the degrees of an angle', () => {
  expect(toQuantity('5', '\\kelvin')).toBe('5\\,\\text{K}');
  expect(toQuantity('20', '\\celsius')).toBe('20\\,\\text{°C}');
  expect(toQuantity('90', '\\degree')).toBe('90\\text{°}');
  expect(toAngle('12;3;4')).toBe("12\\degree3'4''");
});
