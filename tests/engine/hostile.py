"""Expressions that must never run: published sandbox escapes, walks to internals, and bombs."""

_WALKS = """
x.__class__
x.__class__.__mro__
x.__class__.__base__.__subclasses__()
x.__class__.__mro__[1].__subclasses__()[40]('/etc/passwd').read()
x.__init__.__globals__
x.__doc__
x.__dict__
x['__class__']
x["__cl" ~ "ass__"]
x['__class__']['__mro__']
x[('__class__')]
x.format.__globals__
x._private
''.__class__
''.__class__.__mro__[2].__subclasses__()
().__class__.__bases__[0].__subclasses__()
[].__class__.__base__.__subclasses__()
{}.__class__.__base__
(1).__class__
1.0.__class__
True.__class__
none.__class__
self
self.__init__.__globals__
self.__dict__
self._TemplateReference__context
self._TemplateReference__context.cycler.__init__.__globals__.os
self.__class__.__mro__
cycler
cycler('a')
cycler.__init__.__globals__.os.popen('id').read()
cycler.__init__.__globals__['os'].system('id')
joiner
joiner.__init__.__globals__.os.popen('id').read()
joiner(',')
lipsum
lipsum()
lipsum(n=100000)
lipsum.__globals__.os.popen('id').read()
lipsum.__globals__['__builtins__']['eval']('1+1')
namespace.__init__.__globals__.os.popen('id').read()
namespace.__init__
namespace.__class__
dict.__base__
dict(a=1)
dict.mro()
config
config.items()
config.__class__.from_envvar.__globals__.import_string('os')
request
request.application.__globals__.__builtins__.__import__('os').popen('id').read()
request.__class__
request['application']['__globals__']
request|attr('application')
session
g
g.pop.__globals__.__builtins__
url_for.__globals__
url_for.__globals__.current_app.config
get_flashed_messages.__globals__.__builtins__.open('/etc/passwd').read()
current_app
environment
environment.globals
context
context.vars
loop
loop.__class__
caller()
varargs
kwargs
super()
undefined_name.__class__
_vong_lap
_vong_lap.append(1)
_counted
range.__class__
range.__doc__
range(3).__class__
open('/etc/passwd').read()
__import__('os').system('id')
eval('1')
exec('1')
import_module('os')
os.popen('id').read()
sys.modules
globals()
locals()
vars()
dir()
getattr(x, '__class__')
print('x')
type(x)
str(x)
int(x)
"""

_FILTERS = """
x|attr('__class__')
x|attr('upper')
x|attr('\\x5f\\x5fclass\\x5f\\x5f')
x|attr(['__cl','ass__']|join)
()|attr('__class__')|attr('__base__')|attr('__subclasses__')()
x|map('attr','__class__')|list
xs|map(attribute='__class__')|list
xs|map(attribute='__class__.__mro__')|list
xs|map('map','upper')|list
xs|map(y)|list
xs|select('callable')|list
xs|select(y)|list
xs|reject('filter')|list
xs|selectattr('__class__')|list
xs|rejectattr('__class__')|list
xs|groupby('__class__')|list
xs|sort(attribute='__class__')|list
xs|unique(attribute='__class__')|list
xs|sum(attribute='__class__')
xs|max(attribute='__class__')
xs|min(attribute='__class__')
xs|join(attribute='__class__')
x|format(1)
'%s'|format(x)
'%1000000000d'|format(1)
'%(a)s'|format(a=x)
x|safe
'<w:p/>'|safe
x|xmlattr
{'a':1}|xmlattr
x|tojson
x|pprint
x|urlize
x|urlencode
x|filesizeformat
x|striptags
x|wordwrap(1)
x|center(1000000000)
x|indent(1000000000)
x|random
xs|random
xs|slice(1000000000)|list
xs|batch(1000000000)|list
xs|batch(1000000000,'x')|list
xs|batch(n)|list
xs|dictsort
x|forceescape
x|mark_safe
x|nofilter
x|_runs
x|_attribute
x|_counted
x|_range
x|_bounded
x is callable
x is filter
x is test
x is escaped
x is nosuchtest
"""

_METHODS = """
x.format(x)
'{0.__class__}'.format(x)
'{0.__class__.__init__.__globals__}'.format(x)
'{:>1000000000}'.format(1)
x.format_map(d)
'{a.__class__}'.format_map(d)
x.encode()
x.encode('utf-7')
x.translate(d)
x.maketrans(d)
x.center(1000000000)
x.ljust(1000000000)
x.rjust(1000000000)
x.zfill(1000000000)
x.expandtabs(1000000000)
x.join(xs)
x.replace('a', 'b')
x.__len__()
x.__add__('a')
x.__mul__(10)
x.__format__('')
x.__getattribute__('__class__')
xs.append(1)
xs.extend([1])
xs.pop()
xs.clear()
xs.insert(0, 1)
xs.remove(1)
xs.sort()
xs.reverse()
xs.copy()
d.update({'a': 2})
d.pop('a')
d.clear()
d.setdefault('b', 1)
d.popitem()
d.fromkeys([1])
x.upper(*xs)
x.split(**d)
x()
xs[0]()
d['a']()
(x)()
"""

_BOMBS = """
'a' * 10
'a' * 10**10
10 ** 10
2 ** 2 ** 100
10**7**10
[0] * 1000000000
xs * 1000000000
(1,) * 1000000000
'%1000000000d' % 1
'%s' % x
x % 5
range(10**9)|list
range(1000000000)|list|length
range(0, 1000000000, 1)|join
range(999999999)|sum
999999999999 * 999999999999
99999999999999 + 1
1 // 0
1 / 0
5 % 0
xs[1000000]
x[999999]
d.khongco
khongco
khongco.gi
xs.khongco
none
true
false
1.5
xs
d
"""

_STATEMENTS = """
{% import 'os' as os %}
{% from 'os' import system %}
{% include '/etc/passwd' %}
{% include ['a', 'b'] %}
{% include x %}
{% extends '/etc/passwd' %}
{% extends x %}
{% block a %}{% endblock %}
{% do xs.append(1) %}
{% debug %}
{% trans %}a{% endtrans %}
{% autoescape false %}{{ x }}{% endautoescape %}
{% raw %}{{ x }}{% endraw %}
{% filter upper %}a{% endfilter %}
{% call x() %}{% endcall %}
{% set a = x.__class__ %}{{ a }}
{% set a = cycler %}{{ a }}
{% set d.a = 1 %}
{% set ns = namespace() %}{{ ns.__class__ }}
{% set ns = namespace(a='a') %}{% for i in range(40) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}{{ ns.a }}
{% set ns = namespace(a='a') %}{% for i in range(40) %}{% set ns.a = ns.a + ns.a %}{% endfor %}{{ ns.a }}
{% set ns = namespace(a=[1]) %}{% for i in range(40) %}{% set ns.a = ns.a + ns.a %}{% endfor %}{{ ns.a|length }}
{% for a in range(100000000) %}{% endfor %}
{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}
{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}
{% for a in xs recursive %}{{ loop(xs) }}{% endfor %}
{% for a in x.__class__.__mro__ %}{{ a }}{% endfor %}
{% for a in lipsum.__globals__ %}{{ a }}{% endfor %}
{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}
{% macro a(n) %}{{ b(n) }}{% endmacro %}{% macro b(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}
{% macro a() %}{{ caller() }}{% endmacro %}{% call a() %}x{% endcall %}
{% if x.__class__ %}a{% endif %}
{% if cycler.__init__.__globals__.os.popen('id') %}a{% endif %}
{% with a = x.__class__ %}{{ a }}{% endwith %}
{% with a = lipsum %}{{ a.__globals__ }}{% endwith %}
{% set a = 'a' * 1000 %}
{% set a = 10 ** 10 %}
{% for k, v in d.__class__.__dict__.items() %}{{ k }}{% endfor %}
"""


def payloads() -> list[str]:
    """Every hostile text, expressions in their braces."""
    expressions = [
        line.replace("\\\\", "\\")
        for block in (_WALKS, _FILTERS, _METHODS, _BOMBS)
        for line in block.strip().splitlines()
    ]
    return [f"{{{{ {each} }}}}" for each in expressions] + _STATEMENTS.strip().splitlines()
