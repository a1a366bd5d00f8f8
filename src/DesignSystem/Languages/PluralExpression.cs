// The arithmetic of a Plural-Forms line: n, whole numbers, brackets and the operators of C, read into a function and never run as code.
namespace Hearth.DesignSystem.Languages;

internal sealed class PluralExpression(string text)
{
    private const int Longest = 1000;
    private const int Deepest = 40;

    // loosest first; a line's operators bind equally
    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!="],
        ["<=", ">=", "<", ">"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private int at;
    private int depth;

    public Func<long, long> Read()
    {
        if (text.Length > Longest)
        {
            throw new FormatException("the rule is too long");
        }
        var whole = Choice();
        Spaces();
        return at == text.Length ? whole : throw new FormatException($"“{text[at]}” was not expected");
    }

    private Func<long, long> Choice()
    {
        if (++depth > Deepest)
        {
            throw new FormatException("the rule is too deep");
        }
        var test = Level(0);
        if (Took("?"))
        {
            var yes = Choice();
            if (!Took(":"))
            {
                throw new FormatException("a “?” has no “:”");
            }
            var (condition, no) = (test, Choice());
            test = n => condition(n) != 0 ? yes(n) : no(n);
        }
        depth--;
        return test;
    }

    private Func<long, long> Level(int level)
    {
        if (level == Levels.Length)
        {
            return Atom();
        }
        var left = Level(level + 1);
        while (Array.Find(Levels[level], Took) is { } sign)
        {
            var (first, second) = (left, Level(level + 1));
            left = n => Worked(sign, first(n), second(n));
        }
        return left;
    }

    private Func<long, long> Atom()
    {
        Spaces();
        if (Took("("))
        {
            var inner = Choice();
            return Took(")") ? inner : throw new FormatException("a bracket is not closed");
        }
        if (Took("n"))
        {
            return n => n;
        }
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
        return long.TryParse(text.AsSpan(start, at - start), out var number)
            ? _ => number
            : throw new FormatException("a number or “n” is missing");
    }

    private bool Took(string sign)
    {
        Spaces();
        if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
        {
            return false;
        }
        at += sign.Length;
        return true;
    }

    private void Spaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static long Worked(string sign, long a, long b) =>
        sign switch
        {
            "||" => a != 0 || b != 0 ? 1 : 0,
            "&&" => a != 0 && b != 0 ? 1 : 0,
            "==" => a == b ? 1 : 0,
            "!=" => a != b ? 1 : 0,
            "<=" => a <= b ? 1 : 0,
            ">=" => a >= b ? 1 : 0,
            "<" => a < b ? 1 : 0,
            ">" => a > b ? 1 : 0,
            "+" => unchecked(a + b),
            "-" => unchecked(a - b),
            "*" => unchecked(a * b),
            // a rule that divides by nought chooses the first form rather than break a page
            "/" => b == 0 ? 0 : a / b,
            _ => b == 0 ? 0 : a % b,
        };
}
