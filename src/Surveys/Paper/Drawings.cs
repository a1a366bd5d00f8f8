// Our own small pictures for Easy Read forms: black lines, nothing that sways an answer, no faces that smile or frown.
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Hearth.Surveys.Paper;

/// <param name="Shows">What it shows, in words.</param>
/// <param name="Lines">SVG shapes on a field of 64 by 64.</param>
/// <param name="Words">Words of a question for which it is proposed.</param>
internal sealed record Drawing(string Name, string Shows, string Lines, params IReadOnlyList<string> Words);

internal static class Drawings
{
    public static IReadOnlyList<Drawing> All { get; } =
    [
        new("home", "A home", """<path d="M8 30 32 10l24 20v26H8z"/><path d="M26 56V38h12v18"/>""", "home", "house", "flat", "building"),
        new(
            "heating",
            "A heater",
            """<rect x="8" y="20" width="48" height="30" rx="4"/><path d="M18 20v30M28 20v30M38 20v30M48 20v30M14 50v6M50 50v6M22 14c0-4 4-4 4-8M38 14c0-4 4-4 4-8"/>""",
            "heat*",
            "warm",
            "cold",
            "boiler",
            "radiator*"
        ),
        new(
            "repair",
            "A spanner",
            """<path d="M42 8a14 14 0 0 0-13 19L9 47a6 6 0 0 0 8 8l20-20a14 14 0 0 0 18-18l-9 9-8-8z"/>""",
            "repair*",
            "fix*",
            "mend*",
            "maintain*",
            "broken"
        ),
        new(
            "damp",
            "A wall with damp",
            """<rect x="8" y="8" width="48" height="48" rx="2"/><path d="M20 20c6 8 8 11 8 14a8 8 0 0 1-16 0c0-3 2-6 8-14zM42 28c5 7 7 9 7 12a7 7 0 0 1-14 0c0-3 2-5 7-12z"/>""",
            "damp",
            "mould*",
            "leak*",
            "wet",
            "water"
        ),
        new(
            "safe",
            "A shield",
            """<path d="M32 6 10 14v16c0 14 9 23 22 28 13-5 22-14 22-28V14z"/><path d="m22 32 8 8 14-16"/>""",
            "safe*",
            "fire",
            "gas",
            "alarm*",
            "security"
        ),
        new(
            "money",
            "Coins",
            """<circle cx="24" cy="38" r="16"/><path d="M38 24a14 14 0 1 1 6 26"/><path d="M29 32c-1-4-9-4-9 1v11m-3 0h13m-13-7h9"/>""",
            "rent",
            "pay*",
            "cost*",
            "money",
            "bill*",
            "pounds",
            "charge*",
            "value"
        ),
        new(
            "talk",
            "Two people talking",
            """<circle cx="16" cy="26" r="8"/><path d="M4 54c0-10 5-16 12-16s12 6 12 16"/><circle cx="48" cy="26" r="8"/><path d="M36 54c0-10 5-16 12-16s12 6 12 16M22 6h20v8h-8l-4 5v-5h-8z"/>""",
            "listen*",
            "views",
            "say",
            "talk",
            "tell",
            "speak",
            "treat*",
            "respect"
        ),
        new(
            "letter",
            "A letter",
            """<rect x="6" y="14" width="52" height="36" rx="3"/><path d="m6 18 26 20 26-20"/>""",
            "letter*",
            "inform*",
            "informed",
            "write",
            "written",
            "email"
        ),
        new(
            "phone",
            "A telephone",
            """<path d="M14 8h10l5 14-7 6c3 7 7 11 14 14l6-7 14 5v10c0 4-4 6-8 6C26 54 10 38 8 16c0-4 2-8 6-8z"/>""",
            "phone*",
            "ring",
            "call*",
            "telephone",
            "contact"
        ),
        new(
            "people",
            "A group of people",
            """<circle cx="32" cy="18" r="8"/><path d="M18 52c0-14 5-22 14-22s14 8 14 22z"/><circle cx="12" cy="26" r="6"/><path d="M4 52c0-10 3-16 8-16M60 52c0-10-3-16-8-16"/><circle cx="52" cy="26" r="6"/>""",
            "people",
            "neighbours",
            "family",
            "who",
            "household",
            "live"
        ),
        new(
            "street",
            "Houses in a street",
            """<path d="M4 54V30l10-9 10 9v24M24 54V24l10-10 10 10v30M44 54V32l8-8 8 8v22zM2 54h60"/><path d="M11 54V42h6v12M31 54V40h6v14"/>""",
            "neighbourhood",
            "area",
            "street",
            "estate",
            "community"
        ),
        new(
            "stairs",
            "A shared staircase",
            """<path d="M6 56h12V44h12V32h12V20h14"/><path d="M6 38 42 4M56 20v36H6"/>""",
            "communal",
            "stairs",
            "hall",
            "clean*",
            "shared",
            "lift"
        ),
        new(
            "complaint",
            "A speech bubble with a mark",
            """<path d="M8 8h48v34H30L18 54V42H8z"/><path d="M32 15v14M32 34v2"/>""",
            "complain*",
            "unhappy",
            "wrong"
        ),
        new(
            "noise",
            "A loudspeaker",
            """<path d="M8 26h10l16-14v40L18 38H8z"/><path d="M42 22c5 5 5 15 0 20M50 16c9 9 9 23 0 32"/>""",
            "noise",
            "anti-social",
            "antisocial",
            "behaviour",
            "trouble"
        ),
        new(
            "calendar",
            "A calendar",
            """<rect x="8" y="12" width="48" height="44" rx="3"/><path d="M8 24h48M20 6v12M44 6v12M18 34h6M30 34h6M42 34h6M18 44h6M30 44h6"/>""",
            "when",
            "date",
            "year",
            "month*",
            "often",
            "time",
            "last"
        ),
        new(
            "room",
            "A room with a bed",
            """<path d="M6 12v44M6 44h52v12M58 44V34a6 6 0 0 0-6-6H26v16"/><circle cx="16" cy="34" r="6"/>""",
            "room*",
            "bedroom*",
            "sleep",
            "kitchen",
            "bathroom"
        ),
        new(
            "pen",
            "A pen and paper",
            """<path d="M10 8h30v48H10z"/><path d="M17 20h16M17 30h16M17 40h9"/><path d="m38 46 4-12 14-20 6 4-14 20z"/>""",
            "else",
            "anything",
            "words",
            "comment*"
        ),
        new("question", "A question mark", """<circle cx="32" cy="32" r="25"/><path d="M23 25c0-12 18-12 18 0 0 7-9 8-9 15M32 47v1"/>"""),
    ];

    public static Drawing? Find(string name) => All.FirstOrDefault(drawing => drawing.Name == name);

    /// <summary>The drawing proposed for a question: by the first of its words that one is for; a question mark where none is.</summary>
    public static Drawing For(string question)
    {
        var plain = Cases.WorryFinder.Plain(question);
        return All.Where(drawing => drawing.Words.Count > 0)
                .Select(drawing => (Drawing: drawing, Hits: drawing.Words.Count(word => Cases.WorryFinder.Holds(plain, word))))
                .Where(x => x.Hits > 0)
                .OrderByDescending(x => x.Hits)
                .Select(x => x.Drawing)
                .FirstOrDefault()
            ?? Find("question")!;
    }

    /// <summary>Drawn into a page.</summary>
    /// <param name="drawing">Which.</param>
    /// <param name="alone">True where nothing beside it says what it shows.</param>
    public static IHtmlContent Draw(this Drawing drawing, bool alone = true) =>
        new HtmlString(
            $"""<svg class="hearth-drawing" viewBox="0 0 64 64" width="64" height="64" fill="none" stroke="#1b1119" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" {(alone ? $"role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(drawing.Shows)}\"" : "aria-hidden=\"true\"")}>{drawing.Lines}</svg>"""
        );
}
