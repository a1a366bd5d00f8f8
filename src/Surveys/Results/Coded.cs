// A column of few different texts: each row holds the number of its text.
namespace Hearth.Surveys.Results;

internal sealed class Coded
{
    private readonly Dictionary<string, ushort> numbers = new(StringComparer.Ordinal);
    private readonly Growing<string> names = new();
    private readonly Growing<ushort> rows = new();

    public void Add(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = (ushort)numbers.Count;
            names.Add(text);
            numbers.Add(text, number);
            Different = numbers.Count;
        }
        rows.Add(number);
    }

    /// <summary>How many different texts there are.</summary>
    public int Different { get; private set; }

    public ReadOnlySpan<ushort> First(int length) => rows.First(length);

    public string NameOf(int number) => names.First(number + 1)[number];
}
