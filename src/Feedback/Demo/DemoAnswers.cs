// What the demo landlord's tenants said and what came of it, in words.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;

namespace Hearth.Feedback.Demo;

/// <summary>Something people took part in before Hearth ran it: a forum, a walkabout, a readers' panel.</summary>
/// <param name="DaysAgo">Held and closed so many days before today.</param>
internal sealed record DemoActivity(string Kind, string Title, int DaysAgo, int People, string Channel);

internal static class DemoAnswers
{
    public static DemoActivity Texts { get; } = new("talk", "Repairs talks at eight front doors", 163, 183, "Door");

    public static DemoActivity Letters { get; } = new("talk", "Readers’ panel on our letters", 129, 74, "Face to face");

    public static DemoActivity Forums { get; } = new("forum", "Four Tenants’ Forums", 61, 58, "Face to face");

    public static DemoActivity Walkabout { get; } = new("walkabout", "Walkabout in Fennside: paths are not lit", 42, 14, "Face to face");

    public static ReplyForm ATextWhenRepairsSetOff(DateOnly began) =>
        new()
        {
            Title = "A text when repairs set off",
            Said = "I wait in all day for a repair and nobody comes.",
            Kind = ReplyKind.WeDid,
            Did =
                "You now get a text when the repairs team sets off, and a number that reaches them.\nMissed visits are down from 14 in every 100 to 6.",
            DidOn = DateParts.Of(began),
            InAText = "you get a text when the repairs team sets off, and a number that reaches them.",
        };

    public static ReplyForm LettersYouCanRead(DateOnly began) =>
        new()
        {
            Title = "Letters you can read",
            Said = "Your letters make me feel I’ve done something wrong.",
            Kind = ReplyKind.WeDid,
            Did = "Eleven tenants rewrote our ten most-sent letters with us. The new rent letter is one page, and says what to do first.",
            DidOn = DateParts.Of(began),
        };

    public static ReplyForm ACaretaker(DateOnly decided) =>
        new()
        {
            Title = "A caretaker for each block",
            Said = "Bring back a caretaker for each block.",
            Kind = ReplyKind.WeCant,
            Reason =
                "It costs too much. A caretaker in every block would add £4.10 a week to everyone’s rent. In July, 7 in 10 of you said that was too much.",
            Instead = "Two caretakers visit each block twice a week. The days are on your noticeboard.",
            DecidedBy = "Helen Okafor, head of housing",
            DecidedOn = DateParts.Of(decided),
        };

    public static ReplyForm DampVisits(DateOnly began) =>
        new()
        {
            Title = "Damp: we visit within 5 working days",
            Said = "I told you about the mould in March. It was June before anyone looked.",
            SaidBy = "87",
            Kind = ReplyKind.WeDid,
            Did =
                "If you tell us about damp or mould, somebody visits within 5 working days.\nThey write down what they will do and by when, and leave it with you.",
            DidOn = DateParts.Of(began),
            InAText = "if you tell us about damp or mould, somebody visits within 5 working days.",
        };

    /// <summary>The answer on damp for those who read Polish or Urdu; nobody has checked it, and it says so.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> DampVisitsInLanguages { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["pl"] = new Dictionary<string, string>
            {
                [Parts.Title] = "Wilgoć: przychodzimy w ciągu 5 dni roboczych",
                [Parts.Said] = "O pleśni wiecie ode mnie od marca. Ktoś przyszedł ją obejrzeć dopiero w czerwcu.",
                [Parts.What] =
                    "Jeśli zgłosisz nam wilgoć lub pleśń, ktoś przyjdzie w ciągu 5 dni roboczych.\nZapisze, co zrobimy i do kiedy, i zostawi Ci to na piśmie.",
                [Parts.InAText] = "jeśli zgłosisz nam wilgoć lub pleśń, ktoś przyjdzie w ciągu 5 dni roboczych.",
            },
            ["ur"] = new Dictionary<string, string>
            {
                [Parts.Title] = "سیلن: ہم 5 کام کے دنوں میں آتے ہیں",
                [Parts.Said] = "میں نے آپ کو پھپھوندی کا مارچ میں بتایا۔ جون سے پہلے کوئی دیکھنے نہیں آیا۔",
                [Parts.What] =
                    "اگر آپ ہمیں سیلن یا پھپھوندی کا بتائیں تو 5 کام کے دنوں کے اندر کوئی آپ کے گھر آتا ہے۔\nوہ لکھتا ہے کہ کیا کیا جائے گا اور کب تک، اور یہ تحریر آپ کے پاس چھوڑ جاتا ہے۔",
                [Parts.InAText] = "اگر آپ ہمیں سیلن یا پھپھوندی کا بتائیں تو 5 کام کے دنوں میں کوئی آتا ہے۔",
            },
        };

    public static ReplyForm RingBack(DateOnly by) =>
        new()
        {
            Title = "Ring back within two days",
            Said = "When you promise to ring me, ring me.",
            SaidBy = "142",
            Kind = ReplyKind.WeAreDoing,
            Doing =
                "Your Tenants’ Panel asked us to ring everyone back in two days, and to show you the figures.\nCouncillors decide on it. We will tell you what they decide.",
            DoingBy = DateParts.Of(by),
        };

    public static ReplyForm WhoMyOfficerIs(DateOnly by) =>
        new()
        {
            Title = "Who my housing officer is",
            Said = "I don’t know who my officer is.",
            SaidBy = "71",
            Kind = ReplyKind.WeAreDoing,
            Doing = "We are putting your officer’s name, photograph and number on every noticeboard and on this website.",
            DoingBy = DateParts.Of(by),
        };

    /// <summary>What some add when they are asked whether it was done; null for most.</summary>
    public static string? SaidBack(WasDone answer, Random random) =>
        random.Next(6) > 0
            ? null
            : answer switch
            {
                WasDone.Yes => Pick(random, "It came last week. Much better.", "Yes, and it was clear.", "I noticed it straight away."),
                WasDone.Partly => Pick(random, "Sometimes. Not every time.", "Only the first one. The next was as before."),
                WasDone.No => Pick(
                    random,
                    "Nothing has changed in our block.",
                    "I have not seen any of this.",
                    "It was the same again on Monday."
                ),
                _ => null,
            };

    private static string Pick(Random random, params string[] words) => words[random.Next(words.Length)];
}
