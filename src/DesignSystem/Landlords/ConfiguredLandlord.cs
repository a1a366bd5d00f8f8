// The landlord as the configuration's "Landlord" section tells it: used until somebody keeps settings in the database.
using Hearth.DesignSystem.Public;
using Microsoft.Extensions.Configuration;

namespace Hearth.DesignSystem.Landlords;

internal sealed class ConfiguredLandlord : ILandlord
{
    public ConfiguredLandlord(IConfiguration configuration)
    {
        var section = configuration.GetSection("Landlord");
        var colours = section.GetSection("Colours");
        var look = new LandlordLook
        {
            Name = section["Name"] ?? "Your landlord",
            TellAddress = section["TellAddress"],
            Phone = section["Phone"],
            TextNumber = section["TextNumber"],
            Email = section["Email"],
            PostalAddress = section["PostalAddress"],
            OpeningHours = section["OpeningHours"],
            LogoPath = section["LogoPath"],
            Colours = new BrandColours(
                colours["Brand"] ?? BrandColours.Plum.Brand,
                colours["Deep"] ?? BrandColours.Plum.Deep,
                colours["Mid"] ?? BrandColours.Plum.Mid,
                colours["Tint"] ?? BrandColours.Plum.Tint
            ),
        };
        if (look.Refusal() is { } refusal)
        {
            throw new InvalidOperationException($"The setting “Landlord” cannot be used. {refusal.Words}.");
        }

        Current = look;
    }

    public LandlordLook Current { get; }
}
