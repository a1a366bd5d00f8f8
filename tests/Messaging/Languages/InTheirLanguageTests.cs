// A message in another language as it leaves: which way it runs, what of it is English, the English below, and a veil over it.
using System.Text;
using AngleSharp.Html.Parser;
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Languages;

public sealed class InTheirLanguageTests
{
    private const string Note = "اس ترجمے کو ابھی کسی نے نہیں جانچا";

    [Theory, BothDatabases]
    public async Task An_email_in_Urdu_runs_from_the_right_and_carries_the_English_below(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var id = await hearth.QueueAsync(await WrittenAsync(hearth, Channel.Email, "ur"));

        await hearth.SendAsync();

        var eml = await File.ReadAllTextAsync(Path.Combine(folder, $"{id:N}.eml"), TestContext.Current.CancellationToken);
        Assert.Contains("Content-Language: ur\r\n", eml, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(Part(eml, "text/html"));
        Assert.Equal(("ur", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        var paragraphs = page.QuerySelectorAll("p").ToList();
        Assert.Contains("محترم", paragraphs[0].TextContent, StringComparison.Ordinal);
        // the landlord's own words are English, and say so
        Assert.Equal(("en-GB", "ltr"), (paragraphs[1].GetAttribute("lang"), paragraphs[1].GetAttribute("dir")));
        Assert.Equal("We wrote this.", paragraphs[1].TextContent);
        Assert.StartsWith(Note, paragraphs[2].TextContent, StringComparison.Ordinal);
        var below = page.QuerySelector("div[lang=en-GB]")!;
        Assert.Equal("ltr", below.GetAttribute("dir"));
        Assert.Equal(
            ["A message from Ousebridge Homes", "Dear Marcus Hale", "We wrote this."],
            below.QuerySelectorAll("p").Select(p => p.TextContent)
        );
        var plain = Part(eml, "text/plain");
        Assert.True(plain.IndexOf(Note, StringComparison.Ordinal) < plain.IndexOf("Dear Marcus Hale", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Once_somebody_has_checked_the_words_the_English_stays_here(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        await CheckAsync(hearth, "ur");
        var id = await hearth.QueueAsync(await WrittenAsync(hearth, Channel.Email, "ur"));

        await hearth.SendAsync();

        var eml = await File.ReadAllTextAsync(Path.Combine(folder, $"{id:N}.eml"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Dear Marcus Hale", Part(eml, "text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain(Note, Part(eml, "text/plain"), StringComparison.Ordinal);
        // an officer who does not read Urdu can still see what was said
        var page = await hearth.Staff().OpenAsync($"/messages/{id}");
        Assert.Contains("Dear Marcus Hale", page.Text, StringComparison.Ordinal);
        Assert.Contains("For you. It does not go out.", page.Text, StringComparison.Ordinal);
        Assert.Contains("LanguageUrdu", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_text_holds_no_marks_of_direction_and_is_paid_for_by_its_parts(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(await WrittenAsync(hearth, Channel.Text, "ur", new string('ا', 100)));

        var message = await hearth.MessageAsync(id);
        Assert.DoesNotContain('\u2068', message.Body);
        Assert.DoesNotContain('\u2069', message.Body);
        Assert.Equal(2, message.Parts);
        Assert.Contains("2 texts: 6p", (await hearth.Staff().OpenAsync($"/messages/{id}")).Text, StringComparison.Ordinal);
        var counts = await hearth.InScopeAsync(s => s.GetRequiredService<Outbox>().CountsAsync(About));
        Assert.Equal((1, 2), (counts[0].Count, counts[0].Parts));
        Assert.Equal(6, new MessageCosts().Spent([.. counts.Select(count => count with { Status = MessageStatus.Sent })]));
    }

    [Theory, BothDatabases]
    public async Task A_language_that_is_not_here_or_is_no_language_is_written_to_in_English(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;

        foreach (var tag in new[] { "ro", "xx-nowhere", "", "<b>" })
        {
            var message = await WrittenAsync(hearth, Channel.Email, tag);
            Assert.Equal(("en-GB", null, "Dear Marcus Hale\n\nWe wrote this."), (message.To.Language, message.English, message.Body));
        }
    }

    [Theory, BothDatabases]
    public async Task A_script_that_a_colleague_reads_out_stays_English_and_names_the_language(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;

        var call = await WrittenAsync(hearth, Channel.Telephone, "ur");

        Assert.Equal(("ur", null, "Dear Marcus Hale\n\nWe wrote this."), (call.To.Language, call.English, call.Body));
    }

    [Theory, BothDatabases]
    public async Task A_letter_in_Urdu_has_its_address_behind_the_window_and_the_English_on_a_second_sheet(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind, new Dictionary<string, string?> { ["Landlord:Phone"] = "01632 960 140" });
        await using var __ = hearth;
        var id = await hearth.QueueAsync(
            await WrittenAsync(hearth, Channel.Letter, "ur") with
            {
                Code = new("7K4M 2QXR", "https://tell.ousebridge.example/s/7K4M2QXR", "tell.ousebridge.example", new(2026, 12, 18)),
            }
        );

        var sheet = await hearth.Staff().OpenAsync($"/messages/{id}/letter");

        var letters = sheet.All("article.hearth-letter");
        Assert.Equal(2, letters.Count);
        Assert.Equal(("ur", "rtl"), (letters[0].GetAttribute("lang"), letters[0].GetAttribute("dir")));
        Assert.Equal("ltr", letters[0].QuerySelector("address")!.GetAttribute("dir"));
        Assert.Contains("جمعہ 18 دسمبر", Page.Words(letters[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Yours sincerely", Page.Words(letters[0]), StringComparison.Ordinal);
        Assert.Contains("7K4M 2QXR", Page.Words(letters[0]), StringComparison.Ordinal);
        Assert.Null(letters[1].GetAttribute("dir"));
        Assert.Contains("Friday 18 December", Page.Words(letters[1]), StringComparison.Ordinal);
        Assert.Contains("Yours sincerely", Page.Words(letters[1]), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Words_that_say_nothing_say_it_in_the_persons_language(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var person = Guid.CreateVersion7();
        var (hearth, _) = await Sender.StartAsync(
            kind,
            Sender.Folder(folder),
            more => more.AddScoped<ISafeContacts>(_ => new Discreet(person))
        );
        await using var __ = hearth;
        var email = await hearth.QueueAsync(await WrittenAsync(hearth, Channel.Email, "pl", person: person));
        var text = await hearth.QueueAsync(await WrittenAsync(hearth, Channel.Text, "ur", person: person));

        await hearth.SendAsync();

        var (veiled, short_) = (await hearth.MessageAsync(email), await hearth.MessageAsync(text));
        Assert.Equal("Wiadomość od Ousebridge Homes", veiled.Subject);
        Assert.Contains("Mamy dla Ciebie wiadomość.", veiled.Body, StringComparison.Ordinal);
        Assert.Contains("ہمارے پاس آپ کے لیے ایک پیغام ہے", short_.Body, StringComparison.Ordinal);
        Assert.All(
            new[] { veiled, short_ },
            message => Assert.DoesNotContain("We wrote this", message.Body + message.English, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "We wrote this",
            Part(await File.ReadAllTextAsync(Path.Combine(folder, $"{email:N}.eml"), TestContext.Current.CancellationToken), "text/html"),
            StringComparison.Ordinal
        );
    }

    private static readonly Guid About = Guid.CreateVersion7();

    private static Task<MessageToSend> WrittenAsync(
        HearthApp hearth,
        Channel channel,
        string language,
        string words = "We wrote this.",
        Guid? person = null
    ) =>
        hearth.InScopeAsync(scope =>
            Task.FromResult(
                scope
                    .GetRequiredService<InTheirLanguage>()
                    .Write(
                        $"m/{Guid.CreateVersion7()}",
                        "survey-invitation",
                        About,
                        Post.Message("", channel, person: person).To with
                        {
                            Language = language,
                        },
                        channel,
                        phrases =>
                            new(
                                phrases["veil.subject", ("landlord", "Ousebridge Homes")],
                                channel == Channel.Text
                                    ? phrases["veil.text", ("landlord", "Ousebridge Homes"), ("message", words)]
                                    : $"{phrases["message.dear", ("name", "Marcus Hale")]}\n\n{words}"
                            )
                    )
            )
        );

    private static async Task CheckAsync(HearthApp hearth, string code)
    {
        var admin = hearth.Staff(Role.Administrator);
        var page = await admin.OpenAsync("/settings/languages");
        Assert.Contains(
            "Ola Nowak",
            (
                await admin.SubmitAsync(
                    page,
                    [KeyValuePair.Create("code", code), KeyValuePair.Create("Checker", "Ola Nowak")],
                    [],
                    "Mark as checked"
                )
            ).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>One part of an e-mail, its quoted-printable undone (RFC 2045, 6.7).</summary>
    private static string Part(string eml, string type)
    {
        var from = eml.IndexOf("\r\n\r\n", eml.IndexOf($"Content-Type: {type}", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        var quoted = eml[from..eml.IndexOf("\r\n--=_hearth", from, StringComparison.Ordinal)]
            .Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '=')
            {
                bytes.Add(Convert.ToByte(quoted.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)quoted[i]);
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private sealed class Discreet(Guid person) : ISafeContacts
    {
        private static readonly SafeContact Care = new()
        {
            Discreet = true,
            Email = "marcus@tenant.example",
            Phone = "+447700900123",
        };

        public Task<IReadOnlyDictionary<Guid, SafeContact>> AllAsync(CancellationToken stop) =>
            Task.FromResult<IReadOnlyDictionary<Guid, SafeContact>>(new Dictionary<Guid, SafeContact> { [person] = Care });

        public Task<SafeContact?> OfAsync(Guid who, CancellationToken stop) => Task.FromResult(who == person ? Care : null);
    }
}
