// Rules about what tenants read: it comes from the word files, in every language, with the same values, and nothing lies there unused.
using System.Text.RegularExpressions;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Web.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.House.Tests;

public sealed partial class WordTests
{
    // for colleagues: the page of parts, and the band over a page while one of them acts for a tenant
    private static readonly string[] ForColleagues = ["/DesignSystem/Kit/", "/DesignSystem/Layouts/_Acting.cshtml"];

    private static readonly IReadOnlyList<SourceFile> Sources = Repository.Files(["src"], ".cs", ".cshtml");

    [Fact]
    public async Task No_page_for_tenants_holds_words_of_its_own()
    {
        var files = await TenantsFilesAsync();

        Assert.True(files.Count > 25, $"looked at too little: {files.Count}");
        Assert.Contains(files, file => file.Path.EndsWith("_TenantLayout.cshtml", StringComparison.Ordinal));
        Assert.Empty(files.SelectMany(WordsOfPages.In));
    }

    [Theory]
    [InlineData("<p>Thank you</p>", "Thank you")]
    [InlineData("@if (x)\n{\n    <h2 class=\"a\">What next</h2>\n}", "What next")]
    [InlineData("<p>@Phrases[\"a.b\"] and more</p>", "and more")]
    [InlineData("<gov-input asp-for=\"Code\" label=\"Your code\" />", "Your code")]
    [InlineData("<p>@(x ? \"Yes\" : \"No\")</p>", "Yes")]
    [InlineData("@{\n    ViewData.Frame(new PageFrame(\"Sign in\"));\n}", "Sign in")]
    [InlineData("<p>@($\"There are {n} questions\")</p>", "There are  questions")]
    public void Words_in_a_page_are_found(string page, string words) =>
        Assert.Contains(WordsOfPages.In(new("src/X.cshtml", page)), found => found.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Words_in_a_page_model_are_found() =>
        Assert.Single(WordsOfPages.In(new("src/X.cshtml.cs", "ModelState.AddModelError(nameof(Code), \"Enter your code\");")));

    [Theory]
    [InlineData(
        "@page \"/s\"\n@model XModel\n@{\n    Layout = \"_QuestionLayout\";\n}\n@if (a)\n{\n    <p>@Phrases[\"a.b\", (\"count\", Model.Count)]</p>\n}\nelse\n{\n    <p lang=\"en\">@Model.Name</p>\n}"
    )]
    [InlineData("<p>@(x ? Phrases[\"a.b\"] : Phrases.Html(\"a.c\", (\"day\", Model.Day)))</p>")]
    [InlineData("@* Words in a comment *@\n<gov-button name=\"go\" value=\"on\">@Phrases[\"a\"]</gov-button>")]
    public void A_page_that_only_looks_words_up_is_left_alone(string page) => Assert.Empty(WordsOfPages.In(new("src/X.cshtml", page)));

    [Fact]
    public void Every_phrase_stands_in_every_language_with_the_same_values_and_all_plural_forms()
    {
        var book = Shipped();

        Assert.True(book.States[0].Phrases > 300, $"looked at too little: {book.States[0].Phrases}");
        Assert.Equal(["en", "pl", "ur"], book.Languages.Select(language => language.Code));
        Assert.Empty(book.Problems);
        Assert.Empty(book.States.SelectMany(state => state.Missing.Select(key => $"{state.Language.Code}: {key}")));
        Assert.Empty(
            book.States.SelectMany(state => state.Outdated.Select(key => $"{state.Language.Code}: {key}, whose English has changed"))
        );
    }

    [Fact]
    public void A_phrase_that_is_missing_or_differs_is_found()
    {
        var book = new PhraseBook(
            [
                new("X/en.po", true, Po("en", ("a.b", "Hello {name}", ""), ("a.c", "Bye", ""))),
                new("X/pl.po", true, Po("pl", ("a.b", "Hello {name}", "Cześć {imie}"))),
            ],
            []
        );
        Assert.Single(book.Problems);
        Assert.Equal(["a.b", "a.c"], book.States[1].Missing.Order());
    }

    [Fact]
    public void Polish_and_Urdu_say_that_nobody_has_checked_them()
    {
        foreach (var state in Shipped().States.Skip(1))
        {
            Assert.Equal(state.Phrases, state.Unchecked.Count);
        }
    }

    [Fact]
    public void No_phrase_lies_unused()
    {
        var keys = Shipped().Keys;

        Assert.True(keys.Count > 300, "looked at too little");
        Assert.Empty(Unused(keys, Sources));
    }

    [Fact]
    public void An_unused_phrase_is_found() =>
        Assert.Equal(
            ["a.never"],
            Unused(["a.used", "a.by-pattern.title", "a.never"], [new("src/X.cs", "x[\"a.used\"] + x[$\"a.{name}.title\"]")])
        );

    [Fact]
    public void Every_key_that_is_looked_up_has_English()
    {
        var keys = Shipped().Keys.ToHashSet(StringComparer.Ordinal);
        var asked = Sources.SelectMany(Asked).ToList();

        Assert.True(asked.Count > 200, $"looked at too little: {asked.Count}");
        Assert.Empty(asked.Where(one => !keys.Contains(one.Key)).Select(one => $"{one.Path}: {one.Key}"));
    }

    [Fact]
    public void A_key_without_English_is_found() =>
        Assert.Equal(["a.b", "c.d"], Asked(new("src/X.cs", "var x = phrases[yes ? \"a.b\" : \"c.d\"];")).Select(one => one.Key));

    [Fact]
    public void Urdu_runs_from_right_to_left_and_the_others_do_not() =>
        Assert.Equal([false, false, true], Shipped().Languages.Select(language => language.RightToLeft));

    [Fact]
    public void A_text_from_right_to_left_begins_in_its_own_language()
    {
        // a telephone takes the direction of a text from its first letter: a landlord's English name there would turn the whole of it round
        var book = Shipped();
        var rtl = book.Languages.Where(language => language.RightToLeft).ToList();
        var begin = book.All(rtl[0])
            .Where(phrase => phrase.Key is "told.text.start" or "sign-in.message.text" or "veil.text" || TextKey().IsMatch(phrase.Key))
            .ToList();

        Assert.True(begin.Count >= 8, $"looked at too little: {begin.Count}");
        Assert.Empty(begin.Where(phrase => !phrase.Texts.All(BeginsFromTheRight)).Select(phrase => phrase.Key));
        Assert.False(BeginsFromTheRight("{landlord}: آپ"));
        Assert.True(BeginsFromTheRight("{code} آپ"));
    }

    // what stands in braces may be English, but for a code of figures, which has no direction
    private static bool BeginsFromTheRight(string text) =>
        text.Replace("{code}", "", StringComparison.Ordinal).FirstOrDefault(sign => sign == '{' || char.IsLetter(sign))
            is >= '\u0590'
                and <= '\u08FF';

    [GeneratedRegex(@"^(ask|case\.told|done)\.text(-again|\.ask|\.short)?$")]
    private static partial Regex TextKey();

    [Fact]
    public async Task Every_line_of_a_tenants_menu_stands_in_every_language()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var lines = hearth
            .Services.GetServices<MenuEntry>()
            .Where(entry => entry.Audience is MenuAudience.Public or MenuAudience.Tenant)
            .ToList();
        var keys = Shipped().Keys.ToHashSet(StringComparer.Ordinal);

        Assert.True(lines.Count > 2, "looked at too little");
        Assert.Empty(lines.Where(line => !keys.Contains($"menu.{line.Section}")).Select(line => line.Text));
    }

    /// <summary>Pages that tenants may open, their models, their layouts and every partial of theirs.</summary>
    private static async Task<IReadOnlyList<SourceFile>> TenantsFilesAsync()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var pages = hearth
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Where(LanguageOfReader.IsForTenants)
            .Select(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()!.RelativePath)
            .Where(path => !Array.Exists(ForColleagues, folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        var found = Sources.Where(file => pages.Any(path => file.Path == "src" + path || file.Path == "src" + path + ".cs")).ToList();
        found.AddRange(Sources.Where(file => file.Path.StartsWith("src/DesignSystem/Errors/", StringComparison.Ordinal)));
        found.AddRange(
            Sources.Where(file =>
                file.Path is "src/DesignSystem/Layouts/_TenantLayout.cshtml" or "src/DesignSystem/Layouts/_QuestionLayout.cshtml"
            )
        );
        var constants = Sources.SelectMany(file => PartialConstant().Matches(file.Text)).Select(m => m.Groups[1].Value).ToList();
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var name in WordsOfPages.Partials(found[at].Text))
            {
                var wanted = name.StartsWith('/') || name.StartsWith('_') ? [name] : constants;
                found.AddRange(
                    Sources.Where(file =>
                        !found.Contains(file)
                        && !Array.Exists(ForColleagues, folder => file.Path.StartsWith("src" + folder, StringComparison.Ordinal))
                        && wanted.Any(path =>
                            file.Path == "src" + path || file.Path.EndsWith($"/{path.TrimStart('/')}.cshtml", StringComparison.Ordinal)
                        )
                    )
                );
            }
        }
        return found;
    }

    private static PhraseBook Shipped()
    {
        // modules carry their words: they have to be there to be read
        _ = new[] { typeof(Hearth.Web.HearthWeb), typeof(Hearth.Composition.Modules) };
        foreach (var module in Repository.Files(["src"], ".csproj").Select(file => Path.GetFileNameWithoutExtension(file.Path)))
        {
            if (Repository.Files([$"src/{module}"], ".po").Count > 0)
            {
                System.Reflection.Assembly.Load($"Hearth.{module}");
            }
        }
        return new(WordFile.OfModules(), []);
    }

    private static List<string> Unused(IEnumerable<string> keys, IReadOnlyList<SourceFile> sources)
    {
        var literals = sources
            .SelectMany(file => AnyKey().Matches(file.Text))
            .Select(m => m.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var patterns = literals
            .Where(literal => literal.Contains('{', StringComparison.Ordinal))
            .Select(literal => new Regex(
                "^" + string.Join(".+", Braces().Split(literal).Select(Regex.Escape)) + "$",
                RegexOptions.NonBacktracking
            ))
            .ToList();
        // a code that adds an ending to the key of another phrase
        string[] endings = ["-few", "-or-skip"];
        bool Ends(string key) =>
            Array.Exists(endings, ending => key.EndsWith(ending, StringComparison.Ordinal) && literals.Contains(key[..^ending.Length]));
        return [.. keys.Where(key => !literals.Contains(key) && !Ends(key) && !patterns.Exists(p => p.IsMatch(key)))];
    }

    private static IEnumerable<(string Path, string Key)> Asked(SourceFile file) =>
        file
            .Lines.Where(line => Lookup().IsMatch(line))
            .SelectMany(line => WholeKey().Matches(line))
            .Select(m => (file.Path, m.Groups[1].Value));

    private static string Po(string code, params (string Key, string English, string Text)[] entries) =>
        $"msgid \"\"\nmsgstr \"\"\n\"Language: {code}\\n\"\n\n"
        + string.Join("\n\n", entries.Select(e => $"msgctxt \"{e.Key}\"\nmsgid \"{e.English}\"\nmsgstr \"{e.Text}\""));

    [GeneratedRegex("""Partial = "(/[^"]+)";""")]
    private static partial Regex PartialConstant();

    [GeneratedRegex("\"([a-z][a-z0-9.-]*(?:\\{[^{}\"]*\\}[a-z0-9.-]*)*)\"")]
    private static partial Regex AnyKey();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"[pP]hrases(\(\))?(\[|\.Html\()")]
    private static partial Regex Lookup();

    [GeneratedRegex("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"")]
    private static partial Regex WholeKey();
}
