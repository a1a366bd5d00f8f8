// Whose pages these are.
namespace Hearth.DesignSystem.Public;

/// <summary>The landlord whose pages are being read. Registered by whoever keeps the settings; without one, the configuration's <c>Landlord</c> section is used.</summary>
public interface ILandlord
{
    /// <summary>Cheap to read: layouts ask for it on every request.</summary>
    LandlordLook Current { get; }
}
