// The page where an administrator sets the landlord's name, ways to reach it, logo and colours.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.Landlord.ChangeLook;

[StaffOnly(Role.Administrator)]
[RequestSizeLimit(2_000_000)]
internal sealed class LandlordModel(LandlordInDatabase landlord, ChangeLook change) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? TellAddress { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? TextNumber { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? PostalAddress { get; set; }

    [BindProperty]
    public string? OpeningHours { get; set; }

    [BindProperty]
    public string? Brand { get; set; }

    [BindProperty]
    public string? Deep { get; set; }

    [BindProperty]
    public string? Mid { get; set; }

    [BindProperty]
    public string? Tint { get; set; }

    [BindProperty]
    public IFormFile? LogoFile { get; set; }

    [BindProperty]
    public bool RemoveLogo { get; set; }

    /// <summary>Colours that can be shown: what was typed where it can be read, else what is in use.</summary>
    public BrandColours Preview { get; private set; } = BrandColours.Plum;

    public bool HasLogo => landlord.Stored is { LogoSvg: not null } or { LogoPng: not null };

    public void OnGet()
    {
        var look = landlord.Current;
        (Name, TellAddress, Phone, TextNumber) = (look.Name, look.TellAddress, look.Phone, look.TextNumber);
        (Email, PostalAddress, OpeningHours) = (look.Email, look.PostalAddress, look.OpeningHours);
        (Brand, Deep, Mid, Tint) = (look.Colours.Brand, look.Colours.Deep, look.Colours.Mid, look.Colours.Tint);
        Preview = look.Colours;
    }

    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken stop)
    {
        var before = landlord.Stored ?? StoredLook.Of(landlord.Current);
        var look = new StoredLook
        {
            Name = Line(Name) ?? "",
            TellAddress = Line(TellAddress),
            Phone = Line(Phone),
            TextNumber = Line(TextNumber),
            Email = Line(Email),
            PostalAddress = Line(PostalAddress),
            OpeningHours = Line(OpeningHours),
            Colours = new BrandColours(Colour(Brand), Colour(Deep), Colour(Mid), Colour(Tint)),
            LogoSvg = RemoveLogo ? null : before.LogoSvg,
            LogoPng = RemoveLogo ? null : before.LogoPng,
        };
        foreach (var error in ChangeLook.Errors(look))
        {
            ModelState.AddModelError(error.Field, error.Words);
        }
        if (LogoFile is { Length: > 0 })
        {
            look = await WithLogoAsync(look, LogoFile, stop);
        }
        Preview = look.Colours.Refusal() is null ? look.Colours : landlord.Current.Colours;
        if (!ModelState.IsValid || action == "preview")
        {
            return Page();
        }
        await change.SaveAsync(look, stop);
        return Redirect("/settings/landlord?done=yes");
    }

    private async Task<StoredLook> WithLogoAsync(StoredLook look, IFormFile file, CancellationToken stop)
    {
        if (file.Length > Logo.MostBytes)
        {
            ModelState.AddModelError(nameof(LogoFile), "Choose a logo smaller than 200 KB");
            return look;
        }
        using var content = new MemoryStream();
        await file.CopyToAsync(content, stop);
        var logo = Logo.Read(content.ToArray());
        if (logo.Refusal is not null)
        {
            ModelState.AddModelError(nameof(LogoFile), logo.Refusal);
            return look;
        }
        return look with { LogoSvg = logo.Svg, LogoPng = logo.Png };
    }

    private static string? Line(string? typed)
    {
        var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    private static string Colour(string? typed)
    {
        var colour = (typed ?? "").Trim().ToLowerInvariant();
        return colour.Length == 6 && colour[0] != '#' ? "#" + colour : colour;
    }
}
