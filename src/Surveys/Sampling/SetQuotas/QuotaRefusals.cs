// Why quotas are not set, or a number typed for one group is not taken.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Sampling.SetQuotas;

internal sealed record QuotaBySomething() : Refusal("Choose what the groups are made by", "First");

internal sealed record TooManyCells(int Cells)
    : Refusal($"That makes {Cells:N0} groups. Choose fewer: at most {SetQuotas.MostCells}", "Second");

internal sealed record MoreWantedThanHomes(int Homes) : Refusal($"There are {Homes:N0} homes. Enter that many answers or fewer", "Wanted");

internal sealed record NoHomesForQuotas() : Refusal("No home matches: there is nobody to set a quota for");

internal sealed record NoQuotas() : Refusal("There are no quotas any more. Somebody may have taken them away");

internal sealed record QuotaIsNoNumber(string Cell, string Of)
    : Refusal($"{Cell}: enter a whole number like 12, or leave it empty for its share by size", Of);

internal sealed record QuotaAboveHomes(string Cell, int Homes, string Of)
    : Refusal($"{Cell}: it has {(Homes == 1 ? "1 home" : $"{Homes:N0} homes")}. Enter {Homes:N0} or fewer", Of);

/// <summary>The numbers typed leave less than nothing for the other groups.</summary>
internal sealed record TypedMoreThanAll(int Typed, int InAll)
    : Refusal(
        $"The numbers set by hand come to {Typed:N0}, and {InAll:N0} are wanted in all: nothing is left to spread over the other groups. Lower one, or leave the other groups as they are",
        "Spread"
    );

/// <summary>More is left than the other groups have homes.</summary>
internal sealed record RestAboveHomes(int Rest, int Homes)
    : Refusal(
        $"{Rest:N0} answers would fall to the other groups, and they have {Homes:N0} homes. Raise a number, or leave the other groups as they are",
        "Spread"
    );
