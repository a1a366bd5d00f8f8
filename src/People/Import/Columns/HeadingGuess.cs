// Guesses what a heading means. Housing systems agree on nothing: "Tenancy Ref", "TAG_REF", "Main tenant surname", "DOB2".
using System.Globalization;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Columns;

internal static class HeadingGuess
{
    private static readonly Dictionary<string, ImportField> Spellings = Build();

    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["main"] = 1,
        ["lead"] = 1,
        ["primary"] = 1,
        ["first"] = 1,
        ["1st"] = 1,
        ["principal"] = 1,
        ["joint"] = 2,
        ["second"] = 2,
        ["2nd"] = 2,
        ["secondary"] = 2,
        ["partner"] = 2,
        ["third"] = 3,
        ["3rd"] = 3,
        ["fourth"] = 4,
        ["4th"] = 4,
    };

    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "tenant",
        "tenants",
        "person",
        "customer",
        "occupant",
        "applicant",
        "resident",
        "contact",
        "client",
        "ten",
        "cust",
        "member",
        "t",
    };

    /// <summary>The meaning of a heading; null where it says nothing that is known.</summary>
    public static ColumnMeaning? Of(string heading)
    {
        var words = Fold.WordsOf(heading).ToList();
        if (words.Count == 0 || words.Count > 8)
        {
            return null;
        }
        // "Property Postcode", "Tenancy Start Date" are found whole; "Main tenant surname" once the tenant is taken off
        if (Spellings.TryGetValue(string.Concat(words), out var whole))
        {
            return whole.IsOfPerson() ? new(whole, 1) : new(whole);
        }
        var person = 0;
        var held = false;
        var rest = new List<string>();
        foreach (var word in words)
        {
            if (person == 0 && word.Length == 1 && word[0] is >= '1' and <= '6')
            {
                person = int.Parse(word, CultureInfo.InvariantCulture);
            }
            else if (person == 0 && Ordinals.TryGetValue(word, out var ordinal))
            {
                person = ordinal;
            }
            else if (Holders.Contains(word))
            {
                held = true;
            }
            else if (word is not ("of" or "the" or "s"))
            {
                rest.Add(word);
            }
        }
        // "1st", "2nd" come apart into a digit and letters
        rest.RemoveAll(word => word is "st" or "nd" or "rd" or "th");
        if (rest.Count == 0)
        {
            return held ? new(ImportField.FullName, Math.Max(person, 1)) : null;
        }
        var key = string.Concat(rest);
        if (!Spellings.TryGetValue(key, out var field))
        {
            return held && key is "ref" or "id" or "no" or "number" or "reference"
                ? new(ImportField.PersonReference, Math.Max(person, 1))
                : null;
        }
        if (field.IsOfPerson())
        {
            return new(field, Math.Max(person, 1));
        }
        // "Address 2" is a line of the address; "Tenant 2 address" is somebody's other address
        return person <= 1 || (field == ImportField.Address && !held) ? new(field) : null;
    }

    private static Dictionary<string, ImportField> Build()
    {
        var spellings = new Dictionary<string, ImportField>(StringComparer.Ordinal);
        Add(
            ImportField.TenancyReference,
            "tenancyref",
            "tenancyreference",
            "tenancyid",
            "tenancyno",
            "tenancynumber",
            "tenref",
            "tenancycode",
            "tenancy",
            "tagref",
            "agreementref",
            "agreementreference",
            "agreementno",
            "agreementnumber",
            "rentaccount",
            "rentaccountno",
            "rentaccountnumber",
            "rentaccountref",
            "rentref",
            "payref",
            "paymentref",
            "accountref",
            "accountno",
            "accountnumber",
            "tenancyagreementref",
            "contractref",
            "contractreference",
            "contractid"
        );
        Add(
            ImportField.HomeReference,
            "propref",
            "propertyref",
            "propertyreference",
            "propertyid",
            "propertyno",
            "propertynumber",
            "propertycode",
            "prop",
            "propid",
            "propno",
            "propcode",
            "unitref",
            "unitreference",
            "unitid",
            "unitcode",
            "assetref",
            "assetreference",
            "assetid",
            "homeref",
            "homereference",
            "dwellingref",
            "placeref",
            "property",
            "assetno",
            "houseref"
        );
        Add(ImportField.Uprn, "uprn", "uniquepropertyreferencenumber", "propertyuprn", "llpgref");
        Add(
            ImportField.Address,
            "address",
            "addr",
            "fulladdress",
            "propertyaddress",
            "propaddress",
            "addressline",
            "addressline1",
            "addressline2",
            "addressline3",
            "addressline4",
            "addressline5",
            "address1",
            "address2",
            "address3",
            "address4",
            "address5",
            "addr1",
            "addr2",
            "addr3",
            "addr4",
            "add1",
            "add2",
            "add3",
            "propertyaddress1",
            "propertyaddress2",
            "propertyaddress3",
            "propertyaddress4",
            "propertyaddressline1",
            "propertyaddressline2",
            "propertyaddressline3",
            "street",
            "road",
            "housenumber",
            "houseno",
            "flat",
            "flatno",
            "streetname",
            "town",
            "posttown",
            "city",
            "county",
            "village",
            "homeaddress",
            "shortaddress"
        );
        Add(
            ImportField.Postcode,
            "postcode",
            "pcode",
            "postalcode",
            "zip",
            "propertypostcode",
            "proppostcode",
            "addresspostcode",
            "homepostcode",
            "postcd",
            "pc"
        );
        Add(ImportField.Ward, "ward", "wardname", "electoralward", "councilward", "wardcode", "warddesc", "warddescription");
        Add(
            ImportField.Neighbourhood,
            "neighbourhood",
            "neighborhood",
            "estate",
            "estatename",
            "scheme",
            "schemename",
            "community",
            "neighbourhoodname",
            "area",
            "areaname",
            "managementarea",
            "settlement"
        );
        Add(
            ImportField.Patch,
            "patch",
            "patchname",
            "patchcode",
            "officerpatch",
            "housingpatch",
            "housingofficerpatch",
            "managementpatch",
            "patchno",
            "patchref",
            "patchdesc"
        );
        Add(
            ImportField.Locality,
            "locality",
            "localitytype",
            "cityrural",
            "cityorrural",
            "urbanrural",
            "urbanorrural",
            "ruralurban",
            "ruralcity",
            "areatype",
            "settlementtype",
            "geography",
            "rural"
        );
        Add(
            ImportField.Tenure,
            "tenure",
            "tenuretype",
            "tenurecode",
            "tenuredesc",
            "tenuredescription",
            "tenancytype",
            "tenancytypedesc",
            "tentype",
            "propertytenure",
            "stocktype",
            "rentgroup",
            "needstype",
            "housingtype",
            "needscategory",
            "needs",
            "accommodationtype",
            "clientgroup"
        );
        Add(
            ImportField.TenancyStarted,
            "tenancystart",
            "tenancystartdate",
            "tenancystarted",
            "startdate",
            "started",
            "start",
            "commencementdate",
            "tenancycommencement",
            "tenancycommencementdate",
            "datestarted",
            "cot",
            "cotdate",
            "startoftenancy",
            "tenstartdate",
            "tenstart",
            "movein",
            "moveindate",
            "datetenancystarted",
            "tenancydate"
        );
        Add(
            ImportField.TenancyEnded,
            "tenancyend",
            "tenancyenddate",
            "tenancyended",
            "enddate",
            "ended",
            "end",
            "terminationdate",
            "tenancytermination",
            "tenancyterminationdate",
            "eot",
            "eotdate",
            "dateended",
            "endoftenancy",
            "tenenddate",
            "tenend",
            "moveout",
            "moveoutdate",
            "terminated"
        );
        Add(
            ImportField.OfficerName,
            "housingofficer",
            "housingofficername",
            "officer",
            "officername",
            "ho",
            "honame",
            "neighbourhoodofficer",
            "tenancyofficer",
            "managingofficer",
            "patchofficer",
            "patchmanager",
            "housingmanager",
            "patchofficername",
            "neighbourhoodofficername",
            "responsibleofficer"
        );
        foreach (var officer in new[] { "housingofficer", "officer", "ho", "neighbourhoodofficer", "patchofficer", "tenancyofficer" })
        {
            Add(
                ImportField.OfficerPhone,
                officer + "phone",
                officer + "tel",
                officer + "telephone",
                officer + "mobile",
                officer + "phonenumber",
                officer + "phoneno",
                officer + "contactnumber",
                officer + "telno",
                officer + "number"
            );
            Add(ImportField.OfficerEmail, officer + "email", officer + "emailaddress");
            Add(ImportField.OfficerLanguages, officer + "languages", officer + "language", officer + "speaks", officer + "languagesspoken");
        }
        Add(ImportField.OfficerLanguages, "patchlanguages", "languagesspokenbyofficer");
        Add(
            ImportField.PersonReference,
            "personref",
            "personreference",
            "personid",
            "personno",
            "personnumber",
            "customerref",
            "customerreference",
            "customerid",
            "customerno",
            "customernumber",
            "clientref",
            "clientid",
            "contactref",
            "contactid",
            "tenantref",
            "tenantreference",
            "tenantid",
            "tenantno",
            "tenantnumber",
            "crmid",
            "partyref",
            "partyid",
            "individualref"
        );
        Add(
            ImportField.FullName,
            "name",
            "fullname",
            "tenantname",
            "tenantsname",
            "nameoftenant",
            "customername",
            "personname",
            "tenancyname",
            "tenants",
            "tenant",
            "occupiername",
            "contactname",
            "residentname",
            "tenancyholder",
            "displayname"
        );
        Add(ImportField.Title, "title", "salutation", "prefix", "honorific", "nametitle");
        Add(
            ImportField.GivenName,
            "firstname",
            "forename",
            "forenames",
            "firstnames",
            "givenname",
            "givennames",
            "christianname",
            "fname",
            "fstname",
            "initials",
            "initial",
            "forname"
        );
        Add(ImportField.FamilyName, "surname", "lastname", "familyname", "sname", "lname", "sirname", "secondname");
        Add(ImportField.BornOn, "dob", "dateofbirth", "birthdate", "birthday", "born", "dateborn", "bornon", "birth", "datebirth");
        Add(
            ImportField.Email,
            "email",
            "emailaddress",
            "emailaddr",
            "emails",
            "mail",
            "homeemail",
            "personalemail",
            "emailadd",
            "contactemail"
        );
        Add(
            ImportField.Mobile,
            "mobile",
            "mobilenumber",
            "mobileno",
            "mobilephone",
            "mob",
            "mobno",
            "cell",
            "cellphone",
            "mobiletel",
            "contactmobile",
            "mobiletelephone",
            "telmobile",
            "phonemobile",
            "sms"
        );
        Add(
            ImportField.Phone,
            "phone",
            "phonenumber",
            "phoneno",
            "telephone",
            "telephonenumber",
            "telephoneno",
            "tel",
            "telno",
            "telnumber",
            "homephone",
            "hometel",
            "hometelephone",
            "landline",
            "contactnumber",
            "contactno",
            "contacttelephone",
            "contactphone",
            "daytimephone",
            "daytimetel",
            "telhome",
            "phonehome",
            "hometelno",
            "homephonenumber",
            "contacttel"
        );
        Add(
            ImportField.ContactWay,
            "contactpreference",
            "preferredcontact",
            "preferredcontactmethod",
            "contactmethod",
            "preferredmethod",
            "contactpref",
            "prefcontact",
            "preferredcommunication",
            "communicationpreference",
            "preferredchannel",
            "preferredmethodofcontact",
            "contactby",
            "preferredcontacttype",
            "commspref",
            "channelpreference",
            "prefercontactby"
        );
        Add(
            ImportField.Language,
            "language",
            "preferredlanguage",
            "firstlanguage",
            "mainlanguage",
            "languagespoken",
            "lang",
            "spokenlanguage",
            "languagepreference",
            "preflanguage"
        );
        Add(
            ImportField.DoNotContact,
            "donotcontact",
            "dnc",
            "nocontact",
            "donotcontactflag",
            "dncflag",
            "donotmail",
            "contactblock",
            "dontcontact"
        );
        Add(
            ImportField.ConsentSurveys,
            "consent",
            "surveyconsent",
            "consentsurveys",
            "consentsurvey",
            "consenttosurveys",
            "surveys",
            "oktosurvey",
            "contactconsent",
            "marketingconsent",
            "gdprconsent",
            "agreestosurveys",
            "surveyoptin",
            "consenttocontact"
        );
        Add(
            ImportField.ConsentNews,
            "newsconsent",
            "consentnews",
            "newsletter",
            "newsletterconsent",
            "consenttonews",
            "newsletters",
            "eventsconsent",
            "newsletteroptin"
        );
        Add(ImportField.ConsentFeedback, "feedbackconsent", "consentfeedback", "consenttofeedback");
        return spellings;

        void Add(ImportField field, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                spellings.TryAdd(name, field);
            }
        }
    }
}
