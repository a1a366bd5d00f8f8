// Messages by WhatsApp, through Meta's Cloud API: an approved template with the person's name and the words. It knows neither our reference nor a second try, so that what got no answer is in doubt.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.WhatsApp;

internal sealed class WhatsAppWayOut(HttpClient http, WhatsAppOptions options) : IWayOut
{
    /// <summary>Meta takes 1,024 characters with the template's own.</summary>
    private const int LongestWords = 800;

    public Channel Channel => Channel.WhatsApp;

    public bool SafeToRepeat => false;

    public bool Local => false;

    public string Where => "WhatsApp";

    public async Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop)
    {
        if (!IsNumber(message.ToAddress))
        {
            return new Refused("This is not a telephone number");
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.PhoneNumberId}/messages")
            {
                Content = JsonContent.Create(Body(message)),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
            using var response = await http.SendAsync(request, CancellationToken.None);
            return WhatsAppAnswers.Of(response.StatusCode, await response.Content.ReadAsStringAsync(CancellationToken.None));
        }
        catch (HttpRequestException failure)
            when (failure.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
            )
        {
            return new WayClosed("WhatsApp does not answer: " + failure.HttpRequestError);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new Unknown("The message was handed over, but WhatsApp did not say whether it took it. It may have gone.");
        }
    }

    public static bool IsNumber(string address) => address is ['+', .. { Length: >= 7 and <= 15 } digits] && digits.All(char.IsAsciiDigit);

    /// <summary>The words on one line: Meta refuses a variable with line breaks, tabs or more than four spaces.</summary>
    public static string Words(StoredMessage message)
    {
        var line = string.Join(' ', Mail.Words.WithLink(message).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..(LongestWords - 1)] + "…";
    }

    private object Body(StoredMessage message) =>
        new
        {
            messaging_product = "whatsapp",
            recipient_type = "individual",
            to = message.ToAddress[1..],
            type = "template",
            template = new
            {
                name = options.Template,
                language = new { code = options.LanguageFor(message.Language) },
                components = new[] { new { type = "body", parameters = new[] { Text(message.ToName), Text(Words(message)) } } },
            },
            // comes back with every call about it: the message's own id, which names nobody
            biz_opaque_callback_data = message.Id.ToString("D"),
        };

    private static object Text(string text) => new { type = "text", text };
}
