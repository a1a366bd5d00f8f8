// How a result is shown: as text for people or one JSON object for programs, whose fields the help names.
using System.Collections;
using System.CommandLine;
using System.Reflection;
using System.Text.Json;

namespace Hearth.Cli.Analysts;

internal static class Shown
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The option that chooses between the two, which names the fields of a result of this kind.</summary>
    public static Option<OutputFormat> Format<TResult>() =>
        Choice(
            new Option<OutputFormat>("--format")
            {
                Description =
                    $"text, or json: one object on standard output, shares as fractions, null where there is no figure. Its fields: {Fields(typeof(TResult))}.",
                DefaultValueFactory = _ => OutputFormat.Text,
            }
        );

    /// <summary>An option with a few words to choose from, any other being refused in plain words.</summary>
    public static Option<TChoice> Choice<TChoice>(Option<TChoice> option)
    {
        var names = Names<TChoice>();
        option.CustomParser = result =>
        {
            var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (names.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return (TChoice)Enum.Parse(Kind<TChoice>(), word, ignoreCase: true);
            }
            result.AddError($"{option.Name} “{word}”: enter {string.Join(" or ", names)}.");
            return default;
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        option.HelpName = string.Join('|', names);
        return option;
    }

    /// <param name="format">As text or as JSON.</param>
    /// <param name="result">The result, of the kind that the option named.</param>
    /// <param name="lines">The same for a person.</param>
    /// <param name="to">Where to; null for standard output.</param>
    public static void Print(OutputFormat format, object result, Func<IEnumerable<string>> lines, TextWriter? to = null)
    {
        to ??= Console.Out;
        if (format == OutputFormat.Json)
        {
            to.WriteLine(JsonSerializer.Serialize(result, Json));
            return;
        }
        foreach (var line in lines())
        {
            to.WriteLine(line);
        }
    }

    /// <summary>The names that a result of this kind has in JSON; those of what it holds in brackets.</summary>
    public static string Fields(Type kind) =>
        string.Join(
            ", ",
            kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) + Within(property.PropertyType))
        );

    private static string Within(Type kind)
    {
        var many = kind.IsGenericType && !typeof(IDictionary).IsAssignableFrom(kind) && typeof(IEnumerable).IsAssignableFrom(kind);
        var one = many ? kind.GetGenericArguments()[^1] : kind;
        var own = one.Assembly == typeof(Shown).Assembly || one.Namespace == typeof(Statistics.Weighting.WeightedCategory).Namespace;
        return !own ? ""
            : many ? $" [{Fields(one)}]"
            : $" ({Fields(one)})";
    }

    private static Type Kind<TChoice>() => Nullable.GetUnderlyingType(typeof(TChoice)) ?? typeof(TChoice);

    private static string[] Names<TChoice>() => [.. Enum.GetNames(Kind<TChoice>()).Select(name => name.ToLowerInvariant())];
}
