// Why a landlord's look cannot be used.
using System.Globalization;

namespace Hearth.DesignSystem.Public;

/// <summary>A named reason for refusing a landlord's look; <see cref="Words"/> is what the person who set it reads.</summary>
public abstract record LookRefusal
{
    public abstract string Words { get; }
}

/// <summary>The value is not <c>#</c> and six hexadecimal digits.</summary>
public sealed record NotAColour(string Part, string Value) : LookRefusal
{
    public override string Words => $"Enter the {Part} colour as # and six letters or digits, like #6a2459";
}

/// <summary>The colour is too close to what it stands on to be read.</summary>
public sealed record TooPale(string Part, string Ground, double Contrast, double Least) : LookRefusal
{
    public override string Words =>
        string.Create(
            CultureInfo.GetCultureInfo("en-GB"),
            $"The {Part} colour is hard to read on {Ground}: its contrast is {Math.Floor(Contrast * 10) / 10:0.0} and it needs {Least:0.0}. Choose a darker one"
        );
}

/// <summary>The landlord has no name.</summary>
public sealed record NoName : LookRefusal
{
    public override string Words => "Enter the landlord’s name";
}

/// <summary>The logo is neither an address on this site nor an SVG drawing.</summary>
public sealed record LogoNotUsable : LookRefusal
{
    public override string Words => "Choose a logo that is an SVG drawing, or a file on this site";
}
