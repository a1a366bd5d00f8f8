// Why a sample is not drawn, or a part of the reserve not released.
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Sampling.DrawSample;

internal sealed record StockNotChosen() : Refusal("Choose which homes this survey is for", "Stock");

internal sealed record BothNotAgreed()
    : Refusal("Tick that the regulator has agreed to one figure for both, or choose one of them", "BothAgreed");

internal sealed record NobodyInTheFrame(StockType Of)
    : Refusal($"{Of.Name()}: there is no home with a running tenancy that could be asked", "Stock");

internal sealed record SampleLargerThanItsFrame(int Size, int Frame)
    : Refusal(
        $"{Size:N0} homes would have to be asked, and there are {Frame:N0}. Ask every home instead: that is enough for the regulator",
        "Size"
    );

internal sealed record TooManyReplicates() : Refusal($"Enter a reserve of at most {SamplePlan.MostReplicates} parts", "Replicates");

internal sealed record ReserveLargerThanWhatIsLeft(int Left, int Parts)
    : Refusal(
        Left == 0
            ? "The sample takes every home: there is none left for a reserve"
            : $"{Left:N0} homes are left for the reserve: with {Parts} {(Parts == 1 ? "part" : "parts")}, enter at most {Left / Parts:N0} homes in each",
        "ReplicateSize"
    );

internal sealed record SameStrataTwice() : Refusal("Choose two different things to spread the sample over, or only one", "Second");

internal sealed record MoreStrataThanHomes(int Strata, int Size)
    : Refusal(
        $"There are {Strata:N0} groups and only {Size:N0} homes to ask: some group would have no chance. Choose fewer, or ask more homes",
        "First"
    );

internal sealed record StratumOfNobody(string Stratum)
    : Refusal(
        $"Every home of the group “{Stratum}” is left out, so nobody could speak for it. Spread the sample over something else",
        "First"
    );

internal sealed record NotDrawnAny() : Refusal("No sample has been drawn for this survey");

internal sealed record DrawnAlready() : Refusal("A sample has been drawn. To draw another, discard it first");

internal sealed record SampleIsFixed() : Refusal("The survey has left the draft: its sample can no longer be changed");

internal sealed record ReserveIsUsedUp() : Refusal("Every part of the reserve has been released");

internal sealed record ReleaseWithoutReason() : Refusal("Enter why more homes are asked", "Because");
