import { describe, expect, test } from 'vitest';
import { basePath, externalAddress, isAllowedAddress, isSafePath, siteAddress } from '../../src/site/address.js';

describe('external addresses', () => {
  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,<script>',
    '//evil.example/x',
    'https:evil',
    'http:///x',
    'https://exa mple.org',
    'https://example.org/\u202Egnp',
    'http://a"onclick=',
    'register/persons.xml',
    'mailto:nobody',
    '',
  ])('%j stays text', (address) => {
    expect(externalAddress(address)).toBeUndefined();
  });

  test.each(['https://example.org/a?b=c&d=e#f', 'HTTP://example.org', 'mailto:a@example.org'])(
    '%s is linked',
    (address) => {
      expect(externalAddress(` ${address} `)).toBe(address);
    },
  );
});

test('pages may link within the site, not to another host or scheme', () => {
  expect(['#a', '../tei/a.xml', 'a.html#b', ''].map(isAllowedAddress)).toEqual([true, true, true, true]);
  expect(['//a', '\\\\a', 'a\tb', 'file:///etc/passwd'].map(isAllowedAddress)).toEqual([false, false, false, false]);
});

test('the addresses of pages are percent-encoded', () => {
  expect(siteAddress('../', 'documents/á b.html', 'ü')).toBe('../documents/%C3%A1%20b.html#%C3%BC');
});

test('a path is safe when every segment is a plain name', () => {
  expect(['../a', 'a//b', '/a', 'a/', '.a', 'a:b', 'a\\b', '-a', ''].filter(isSafePath)).toEqual([]);
  expect(['a', 'tei/x-1.xml', 'documents/Ádám.html'].filter((path) => !isSafePath(path))).toEqual([]);
});

test('the path of the site on its host', () => {
  expect(basePath(undefined)).toBe('/');
  expect(basePath('https://example.org/edition')).toBe('/edition/');
});
