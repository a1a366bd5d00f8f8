// Which form of a sentence goes with a number: the rule that a translation file states in its Plural-Forms line, as gettext writes it.
namespace Hearth.DesignSystem.Languages;

/// <summary>For instance <c>nplurals=3; plural=(n==1 ? 0 : n%10&gt;=2 &amp;&amp; n%10&lt;=4 &amp;&amp; (n%100&lt;12 || n%100&gt;14) ? 1 : 2);</c></summary>
internal sealed class PluralRule
{
    private const int MostForms = 6;

    private readonly Func<long, long> choose;

    private PluralRule(int forms, Func<long, long> choose, string line) => (Forms, this.choose, Line) = (forms, choose, line);

    /// <summary>As the file states it.</summary>
    public string Line { get; }

    /// <summary>How many forms each counted sentence has.</summary>
    public int Forms { get; }

    public static PluralRule English { get; } = new(2, n => n == 1 ? 0 : 1, "nplurals=2; plural=(n != 1);");

    /// <summary>The form for this number; what the rule says outside its own forms is the last one.</summary>
    public int For(long number)
    {
        var form = choose(Math.Abs(number));
        return form >= 0 && form < Forms ? (int)form : Forms - 1;
    }

    /// <summary>Reads the line, or says why it cannot.</summary>
    public static PluralRule? Read(string line, out string? why)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var count = Value(parts, "nplurals");
        var rule = Value(parts, "plural");
        if (!int.TryParse(count, out var forms) || forms is < 1 or > MostForms || rule is null)
        {
            why = "“Plural-Forms” must read like “nplurals=2; plural=(n != 1);”";
            return null;
        }
        try
        {
            why = null;
            return new(forms, new PluralExpression(rule).Read(), line);
        }
        catch (FormatException wrong)
        {
            why = $"“Plural-Forms” cannot be read: {wrong.Message}";
            return null;
        }
    }

    private static string? Value(string[] parts, string name) =>
        parts
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)
            ?[1];
}
