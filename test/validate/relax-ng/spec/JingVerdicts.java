import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Asks jing of many schemas in one process: starting it for each would take minutes. Reads lines from the standard input,
 * "schema PATH" or "document PATH" (a document of the schema before it), and prints "true" or "false" for each.
 */
public final class JingVerdicts {
  private static final ErrorHandler SILENT = new ErrorHandler() {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {}

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  };

  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    ValidationDriver driver = null;
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", 2);
      String uri = new File(words[1]).toURI().toString();
      if (words[0].equals("schema")) {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, SILENT);
        RngProperty.CHECK_ID_IDREF.add(properties);
        driver = new ValidationDriver(properties.toPropertyMap(), SAXSchemaReader.getInstance());
      }
      System.out.println(verdict(driver, words[0].equals("schema"), uri));
    }
  }

  private static boolean verdict(ValidationDriver driver, boolean isSchema, String uri) {
    try {
      return isSchema
          ? driver.loadSchema(ValidationDriver.uriOrFileInputSource(uri))
          : driver.validate(ValidationDriver.uriOrFileInputSource(uri));
    } catch (SAXException | IOException | IllegalStateException exception) {
      // No document is valid against a schema that was not read.
      return false;
    }
  }
}
