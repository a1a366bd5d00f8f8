// The ways that most landlords have, from two minutes to a seat on the panel: a menu to begin with, for the landlord to change.
namespace Hearth.People.TakingPart;

internal static class UsualWays
{
    public static IReadOnlyList<WayToTakePart> All()
    {
        Manner[] anyWay = [Manner.Online, Manner.Telephone, Manner.Paper];
        AccessNeed[] meeting =
        [
            AccessNeed.Interpreter,
            AccessNeed.Transport,
            AccessNeed.Childcare,
            AccessNeed.StepFree,
            AccessNeed.LargePrint,
        ];
        return
        [
            Way(
                1,
                "Answer a few questions",
                "Answer when we ask. It takes two minutes. We tell you what came of it.",
                TimeToGive.TwoMinutes,
                anyWay,
                [AccessNeed.LargePrint, AccessNeed.Interpreter],
                "/#asking",
                "pl",
                "ur"
            ),
            Way(
                2,
                "TenantLink",
                "Nine or ten short sets of questions a year. You can leave at any time.",
                TimeToGive.TwoMinutes,
                anyWay,
                [AccessNeed.LargePrint, AccessNeed.Interpreter],
                "/tenantlink",
                "pl",
                "ur"
            ),
            Way(
                3,
                "Read a letter before we send it",
                "We send you a draft. You tell us what is hard to understand.",
                TimeToGive.HalfAnHour,
                [Manner.Online, Manner.Paper],
                [AccessNeed.EasyRead, AccessNeed.LargePrint]
            ),
            Way(
                4,
                "Walk round your neighbourhood with us",
                "We look at the street together: lights, bins, paths. You say what should be put right.",
                TimeToGive.HalfAnHour,
                [Manner.InPerson],
                [AccessNeed.Interpreter]
            ),
            Way(
                5,
                "Come to a tenants’ meeting",
                "Hear what is planned, ask questions, say what you think.",
                TimeToGive.FewHoursAYear,
                [Manner.InPerson, Manner.Online],
                meeting
            ),
            Way(
                6,
                "Test a service as a mystery shopper",
                "Ring us or visit us with a question we give you. Tell us how we did.",
                TimeToGive.FewHoursAYear,
                [Manner.Online, Manner.Telephone, Manner.InPerson],
                [AccessNeed.LargePrint]
            ),
            Way(
                7,
                "Speak for your block or street",
                "Neighbours come to you. You tell us what matters to them.",
                TimeToGive.Regularly,
                [Manner.InPerson, Manner.Telephone],
                [AccessNeed.Interpreter]
            ),
            Way(
                8,
                "A seat on the tenants’ panel",
                "Look closely at one service at a time, with the officers who run it. Say what should change. They must answer.",
                TimeToGive.Regularly,
                [Manner.InPerson, Manner.Online],
                [.. meeting, AccessNeed.HearingLoop]
            ),
        ];
    }

    private static WayToTakePart Way(
        int position,
        string name,
        string words,
        TimeToGive time,
        Manner[] manners,
        AccessNeed[] offers,
        string? address = null,
        params string[] languages
    ) =>
        new()
        {
            Name = name,
            Words = words,
            Time = time,
            Manners = manners,
            Offers = offers,
            Languages = languages,
            Address = address,
            Position = position,
        };
}
